import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startPostgres } from '../../../lib/testing/db/postgres';
import { waitForMail } from '../../support/court/mail';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFilerWithMail } from '../../support/people/filer';
import { words } from '../../support/people/words';
import { expect, postgresPrograms, test } from '../../support/test';

test('the whole way on PostgreSQL, with two servers on one database, one of them of two processes', async ({
  browser,
  startCourt,
}) => {
  const postgres = await startPostgres(postgresPrograms());
  // Servers of one court share its storage: either may send the e-mail of a claim that the other sealed.
  const dataDir = mkdtempSync(path.join(tmpdir(), 'court-shared-'));
  const settings = { clock: '2026-11-23T15:00:00.000Z', dataDir };
  const env = { DATABASE_URL: postgres.url };
  const servers = [
    await startCourt({ ...settings, env: { ...env, SERVER_PROCESSES: '2' } }),
    await startCourt({ ...settings, env }),
  ];
  const numbers: string[] = [];
  const pages: Page[] = [];
  for (const server of servers) {
    const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
    pages.push(page);
    const person = await newFilerWithMail(page, 'en', dataDir);
    await prepareClaim(page, 'en');
    await certifyAndSubmit(page, 'en');
    const number = /CV-26-\d{8}-0000/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? '';
    numbers.push(number);
    await waitForMail(dataDir, person.email, number);
  }
  expect(numbers).toEqual(['CV-26-00000001-0000', 'CV-26-00000002-0000']);
  await postgres.stop();
  for (const { origin } of servers) {
    const health = await fetch(`${origin}/api/health`);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ database: false });
    // What was asked within the last second is not asked again.
    await expect(async () => {
      const ready = await fetch(`${origin}/api/health/ready`);
      expect(ready.status).toBe(503);
      expect((await ready.json()).failing).toContain('database');
    }).toPass();
    expect((await fetch(`${origin}/api/health/live`)).status).toBe(200);
  }
  for (const page of pages) {
    const answer = await page.goto('/fr/mon-compte');
    expect(answer?.status()).toBe(503);
    await expect(page.getByText(words('fr')('outage.words'))).toBeVisible();
  }
});
