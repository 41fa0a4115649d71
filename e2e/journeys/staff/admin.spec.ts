import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { setUpAuthenticator } from '../../support/people/authenticator';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFiler, signIn } from '../../support/people/filer';
import { becomeAdministrator, firstAdministratorLink } from '../../support/people/staff';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const adminPages = [
  '/admin',
  '/admin/filings',
  '/admin/emails',
  '/admin/courts',
  '/admin/users',
  '/admin/audit',
] as const;

test('the first administrator is made once, by a link in a file of mode 0600 whose place the server prints', async ({
  browser,
  startCourt,
}) => {
  // A court of its own: in that of the worker another journey may have made its administrator.
  const court = await startCourt();
  const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
  expect(court.output()).toContain('first-administrator.url');
  expect(court.output()).not.toContain('/api/first-administrator/');
  expect(statSync(path.join(court.dataDir, 'first-administrator.url')).mode & 0o777).toBe(0o600);
  const link = firstAdministratorLink(court);
  await becomeAdministrator(page, court);
  for (const address of adminPages) {
    expect((await page.goto(words('en').path(address)))?.status(), address).toBe(200);
  }
  expect(existsSync(path.join(court.dataDir, 'first-administrator.url'))).toBe(false);
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en')('notFound.title'));
});

/** Presses the search button, and waits until its form was made anew: what is found may stand in the list before as well. */
async function searched(page: Page, name: string): Promise<void> {
  const button = await page.getByRole('main').getByRole('button', { name, exact: true }).elementHandle();
  await button?.click();
  await button?.waitForElementState('hidden');
}

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`to filers and strangers the staff's pages do not exist (${locale})`, async ({ page }) => {
    for (const address of adminPages) {
      expect((await page.goto(t.path(address)))?.status(), address).toBe(404);
    }
    await newFiler(page, locale);
    for (const address of adminPages) {
      expect((await page.goto(t.path(address)))?.status(), address).toBe(404);
    }
  });

  test(`staff see today's filings, find them, open one with its history, and its e-mails (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const filer = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await newFiler(filer, locale);
    await prepareClaim(filer, locale);
    const reference = await certifyAndSubmit(filer, locale);
    const fileNumber =
      /CV-26-\d{8}-0000/.exec((await filer.getByRole('main').textContent()) ?? '')?.[0] ?? '';

    await becomeAdministrator(page, court, locale);
    const main = page.getByRole('main');
    await expect(main).toContainText(reference);
    for (const typed of [fileNumber, 'Northern Elevator']) {
      await page.goto(t.path('/admin/filings'));
      await page.getByLabel(t('adminFilings.typed'), { exact: true }).fill(typed);
      await searched(page, t('adminFilings.search'));
      await expect(main.getByRole('link', { name: reference })).toBeVisible();
      expect(page.url()).not.toContain(encodeURIComponent(typed));
    }
    await page.goto(t.path('/admin/filings'));
    const column = (name: 'received' | 'court') =>
      main.getByRole('columnheader', { name: t(`adminFilings.${name}`), exact: true });
    await expect(column('received')).toHaveAttribute('aria-sort', 'descending');
    for (const direction of ['ascending', 'descending']) {
      await column('court').getByRole('link').focus();
      await page.keyboard.press('Enter');
      await expect(column('court')).toHaveAttribute('aria-sort', direction);
    }
    await expect(page).toHaveURL(/\?sort=-court$/);
    await page.getByLabel(t('adminFilings.typed'), { exact: true }).fill(fileNumber);
    await searched(page, t('adminFilings.search'));
    await expect(column('court')).toHaveAttribute('aria-sort', 'descending');
    await column('received').getByRole('button').press('Enter');
    await expect(column('received')).toHaveAttribute('aria-sort', 'ascending');
    await main.getByRole('link', { name: reference }).click();
    await expect(page).toHaveURL(new RegExp(`${reference}$`));
    await expect(main).toContainText(fileNumber);
    await expect(main).toContainText('Tremblay');
    const sealed = await page.request.get(
      (await main.locator('a[href^="/api/documents/"]').first().getAttribute('href')) ?? '',
    );
    expect(sealed.headers()['content-type']).toBe('application/pdf');
    await page.goto(t.path('/admin/emails'));
    await expect(main).toContainText(fileNumber);
  });

  test(`an administrator gives a role, and locks an account (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const other = await (await browser.newContext({ baseURL: court.origin })).newPage();
    const person = await newFiler(other, locale);
    await becomeAdministrator(page, court, locale);
    const main = page.getByRole('main');
    const open = async () => {
      await page.goto(t.path('/admin/users'));
      await page.getByLabel(t('adminUsers.typed'), { exact: true }).fill(person.oneKeyId);
      await main.getByRole('button', { name: t('adminUsers.search') }).click();
      await main.getByRole('link', { name: person.oneKeyId }).click();
    };
    await open();
    await main.locator('[name=role][value=clerk]').check();
    await main.getByRole('button', { name: t('adminUser.saveRole') }).click();
    await expect(page.getByRole('status').first()).toContainText(t('adminUser.roleSaved'));
    await other.goto(t.path('/sign-in'));
    await signIn(other, locale, person);
    await expect(other).not.toHaveURL(new RegExp(t.path('/sign-in')));
    await other.goto(t.path('/admin/filings'));
    await expect(other).toHaveURL(new RegExp(`${t.path('/two-step')}\\?`));
    await expect(other.getByRole('main')).toContainText(t('twoStep.required.words'));
    await setUpAuthenticator(other, locale);
    await expect(other).toHaveURL(new RegExp(`${t.path('/admin/filings')}$`));
    expect((await other.goto(t.path('/admin/filings')))?.status()).toBe(200);
    expect((await other.goto(t.path('/admin/users')))?.status()).toBe(404);

    await open();
    await main.locator('[name=lockReason]').fill('left the office');
    await main.getByRole('button', { name: t('adminUser.lock'), exact: true }).click();
    await expect(main.getByRole('button', { name: t('adminUser.unlock'), exact: true })).toBeVisible();
    expect((await other.goto(t.path('/admin/filings')))?.status()).toBe(404);
    await other.goto(t.path('/sign-in'));
    await signIn(other, locale, person);
    await expect(other.getByTestId('error-summary')).toBeVisible();
  });

  test(`administrators read the audit log and search it, which it keeps as well (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const filer = await (await browser.newContext({ baseURL: court.origin })).newPage();
    const person = await newFiler(filer, locale);
    expect((await filer.goto(t.path('/admin/audit')))?.status()).toBe(404);

    await becomeAdministrator(page, court, locale);
    await page.goto(t.path('/admin/audit'));
    const main = page.getByRole('main');
    await expect(main.getByRole('row').nth(1)).toContainText(t('adminAudit.actions.read audit log'));

    await page.getByLabel(t('adminAudit.oneKeyId'), { exact: true }).fill(person.oneKeyId);
    await page.getByLabel(t('adminAudit.group'), { exact: true }).selectOption('refusal');
    await searched(page, t('adminAudit.search'));
    const refused = main.getByRole('row').filter({ hasText: person.oneKeyId });
    // All that is found is theirs: one row has the headings.
    await expect(main.getByRole('row').filter({ hasNotText: person.oneKeyId })).toHaveCount(1);
    await expect(refused.first()).toContainText(t('adminAudit.actions.open staff page'));
    await expect(refused.first()).toContainText(t('adminAudit.outcomes.refused'));
    await expect(page).toHaveURL(new RegExp(`${t.path('/admin/audit')}$`));

    await page.getByLabel(t('adminAudit.reference'), { exact: true }).fill('a name');
    await main.getByRole('button', { name: t('adminAudit.search') }).click();
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.auditReference'));
  });
}

test('health answers 200 while database and worker are well', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ database: true, worker: true });
});

test('a server is live while it answers, and ready while each of its parts is well', async ({ request }) => {
  const live = await request.get('/api/health/live');
  expect(live.status()).toBe(200);
  expect(await live.json()).toEqual({ live: true, uptimeSeconds: expect.any(Number) });
  // The PDF processes are first tried after the start.
  await expect(async () => expect((await request.get('/api/health/ready')).status()).toBe(200)).toPass();
  const { ready, failing, parts } = await (await request.get('/api/health/ready')).json();
  expect({ ready, failing }).toEqual({ ready: true, failing: [] });
  expect(Object.keys(parts)).toEqual([
    ...['database', 'clock', 'worker', 'storage', 'pdf', 'disk', 'draining'],
  ]);
  for (const part of Object.values(parts))
    expect(part).toEqual({ state: 'well', ageSeconds: expect.any(Number) });
});
