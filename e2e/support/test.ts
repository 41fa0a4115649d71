import { rmSync } from 'node:fs';
import { test as base } from '@playwright/test';
import postgres from 'postgres';
import { serverPrograms, startPostgres, type TestPostgres } from '../../lib/testing/db/postgres';
import { newDatabase } from './court/postgres';
import { type CourtServer, startServer } from './court/server';
import { StandingClock } from './court/standing-clock';

type Options = {
  /** The court's clock when the worker's server starts: by default a Monday at 10:00 in Toronto. */
  clock: string;
  /** More environment variables for the server. */
  serverEnv: Record<string, string>;
  /** Whether the worker's court runs on the embedded database although PostgreSQL is installed; TEST_EVERYTHING: wherever it can. */
  isEmbedded: boolean;
};

/** A way to the rows of a court on PostgreSQL. */
type Rows = { sql: postgres.Sql };

type Fixtures = {
  consoleErrors: string[];
  /** A court of the journey's own on PostgreSQL, and its rows. */
  postgresCourt: CourtServer & Rows;
  /** The same on a cluster of its own, which the journey may halt. */
  haltingCourt: CourtServer & Rows & { database: TestPostgres };
  /** The rows of the worker's court; without PostgreSQL the journey is skipped, loudly. */
  sql: postgres.Sql;
  startCourt: typeof startServer;
  /** The clock of a court that the journey starts itself, by its `setting`. */
  standingClock: StandingClock;
};

/** The installed PostgreSQL's programs; without them the journey is skipped, loudly. */
export function postgresPrograms(): string {
  return serverPrograms() ?? skipWithoutPostgres();
}

function skipWithoutPostgres(): never {
  process.stderr.write('\n*** NOT RUN on PostgreSQL: it is not installed. ***\n\n');
  base.skip();
  throw new Error('skipped');
}

/** A server on a database of PostgreSQL, for as long as `use` takes. */
async function withPostgres(
  { clock, url, env }: { clock: string; url: string; env?: Record<string, string> },
  use: (court: CourtServer & Rows) => Promise<void>,
): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const court = await startServer({ clock, env: { ...env, DATABASE_URL: url } });
  await use({ ...court, sql });
  court.kill();
  await sql.end();
  rmSync(court.dataDir, { recursive: true, force: true, maxRetries: 5 });
}

async function withEmbedded(
  settings: { clock: string; env: Record<string, string> },
  use: (court: CourtServer) => Promise<void>,
): Promise<void> {
  const court = await startServer(settings);
  await use(court);
  court.kill();
  rmSync(court.dataDir, { recursive: true, force: true, maxRetries: 5 });
}

/** Playwright's test with a court of its own for each worker, at the base address. */
export const test = base.extend<Fixtures, Options & { court: CourtServer & Partial<Rows> }>({
  clock: ['2026-11-23T15:00:00.000Z', { option: true, scope: 'worker' }],
  serverEnv: [{}, { option: true, scope: 'worker' }],
  isEmbedded: [Boolean(process.env.TEST_EVERYTHING), { option: true, scope: 'worker' }],
  court: [
    async ({ clock, serverEnv: env, isEmbedded }, use) => {
      const url = isEmbedded ? undefined : await newDatabase();
      if (url) await withPostgres({ clock, url, env }, use);
      else await withEmbedded({ clock, env }, use);
    },
    { scope: 'worker' },
  ],
  postgresCourt: async ({ clock }, use) => {
    const url = (await newDatabase()) ?? skipWithoutPostgres();
    await withPostgres({ clock, url }, use);
  },
  sql: ({ court }, use) => use(court.sql ?? skipWithoutPostgres()),
  haltingCourt: async ({ clock }, use) => {
    const database = await startPostgres(postgresPrograms());
    await withPostgres({ clock, url: database.url }, (court) => use({ ...court, database }));
    await database.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs
  standingClock: async ({}, use) => {
    const standing = new StandingClock();
    await use(standing);
    standing.remove();
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
      court.kill();
      rmSync(court.dataDir, { recursive: true, force: true, maxRetries: 5 });
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
