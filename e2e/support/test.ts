import { rmSync } from 'node:fs';
import { test as base } from '@playwright/test';
import postgres from 'postgres';
import { serverPrograms, startPostgres, type TestPostgres } from '../../lib/data/testing-postgres';
import { type CourtServer, startServer } from './server';

type Options = {
  /** The court's clock when the worker's server starts: by default a Monday at 10:00 in Toronto. */
  clock: string;
  /** More environment variables for the server. */
  serverEnv: Record<string, string>;
};

/** A court on a PostgreSQL of its own, and a way to its rows. */
type PostgresCourt = CourtServer & { sql: postgres.Sql; database: TestPostgres };

/** The installed PostgreSQL's programs; without them the journey is skipped, loudly. */
export function postgresPrograms(): string {
  const programs = serverPrograms();
  if (programs) return programs;
  process.stderr.write('\n*** NOT RUN on PostgreSQL: it is not installed. ***\n\n');
  base.skip();
  return '';
}

/** Playwright's test with a court of its own for each worker, at the base address. */
export const test = base.extend<
  { consoleErrors: string[]; postgresCourt: PostgresCourt; startCourt: typeof startServer },
  Options & { court: CourtServer }
>({
  clock: ['2026-11-23T15:00:00.000Z', { option: true, scope: 'worker' }],
  serverEnv: [{}, { option: true, scope: 'worker' }],
  court: [
    async ({ clock, serverEnv }, use) => {
      const court = await startServer({ clock, env: serverEnv });
      await use(court);
      await court.stop();
      rmSync(court.dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  /** For the one journey that asks for it. */
  postgresCourt: async ({ clock }, use) => {
    const database = await startPostgres(postgresPrograms());
    const sql = postgres(database.url, { max: 1 });
    const court = await startServer({ clock, env: { DATABASE_URL: database.url } });
    await use({ ...court, sql, database });
    await court.stop();
    await sql.end();
    await database.stop();
    rmSync(court.dataDir, { recursive: true, force: true });
  },
  /** Starts a court of the journey's own, which ends with it however it ends; its data folder is then gone. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs
  startCourt: async ({}, use) => {
    const started: CourtServer[] = [];
    await use(async (settings) => {
      const court = await startServer(settings);
      started.push(court);
      return court;
    });
    for (const court of started) {
      await court.stop();
      rmSync(court.dataDir, { recursive: true, force: true });
    }
  },
  baseURL: ({ court }, use) => use(court.origin),
  /** Fails the test where a page violates the content security policy or its script fails. */
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of (404|4\d\d)/.test(message.text()))
          errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      await use(errors);
      if (errors.length > 0) throw new Error(`the browser's console holds errors:\n${errors.join('\n')}`);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
