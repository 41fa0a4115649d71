import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as onPostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { describe } from 'vitest';
import { emptyDatabase, emptyEmbedded } from '@/lib/testing/db/databases';

/** A database as an older version of the service left it, asked by plain SQL. */
export type OlderDatabase = {
  ask: (query: string) => Promise<Record<string, unknown>[]>;
  /** Runs several statements. */
  run: (statements: string) => Promise<unknown>;
  /** Brings it to the migration of this name, as the service does at its start; without a name to the newest. */
  migrateTo: (name?: string) => Promise<void>;
  close: () => Promise<unknown>;
};

type Journal = { entries: { tag: string }[] };

/** Calls `migrate` with a folder that ends with the migration of this name. */
async function withMigrationsTo(
  name: string | undefined,
  migrate: (options: { migrationsFolder: string }) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-migrations-'));
  cpSync('drizzle', folder, { recursive: true });
  const file = path.join(folder, 'meta', '_journal.json');
  const journal: Journal = JSON.parse(readFileSync(file, 'utf8'));
  const last = name ? journal.entries.findIndex(({ tag }) => tag === name) : journal.entries.length - 1;
  if (last < 0) throw new Error(`there is no migration ${name}`);
  const entries = journal.entries.slice(0, last + 1);
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  await migrate({ migrationsFolder: folder });
  rmSync(folder, { recursive: true });
}

async function openEmbedded(): Promise<OlderDatabase> {
  const client = await emptyEmbedded();
  return {
    ask: async (query) => (await client.query<Record<string, unknown>>(query)).rows,
    run: (statements) => client.exec(statements),
    migrateTo: (name) => withMigrationsTo(name, (options) => migratePglite(onPglite(client), options)),
    close: () => client.close(),
  };
}

async function openOnServer(): Promise<OlderDatabase> {
  const client = postgres(await emptyDatabase(), { max: 1, onnotice: () => undefined });
  return {
    ask: async (query) => [...(await client.unsafe(query))],
    run: (statements) => client.unsafe(statements),
    migrateTo: (name) => withMigrationsTo(name, (options) => migratePostgres(onPostgres(client), options)),
    close: () => client.end(),
  };
}

/** Runs the tests in `body` on PGlite and on PostgreSQL, each with how to open a database without any schema. */
export function eachOlderDatabase(name: string, body: (open: () => Promise<OlderDatabase>) => void): void {
  describe(`${name} on PGlite`, () => body(openEmbedded));
  const describeOnServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;
  describeOnServer(`${name} on PostgreSQL`, () => body(openOnServer));
}
