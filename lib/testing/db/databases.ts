import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle } from 'drizzle-orm/pglite';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, setDatabase } from '@/lib/data/db/db';
import { openPostgres } from '@/lib/data/db/open';
import { triesEverything } from '@/lib/testing/extent';

/** The PostgreSQL server of this run; '' where there is none. */
const server = process.env.TEST_DATABASE_URL ?? '';

async function createDatabase(settings: string): Promise<string> {
  const name = `${inject('serverTemplate')}_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const admin = postgres(server, { max: 1 });
  await admin.unsafe(`create database ${name} ${settings}`);
  await admin.end();
  const own = new URL(server);
  own.pathname = `/${name}`;
  return own.href;
}

/** A database of its own on the server, at the newest schema, so that test files never meet. @returns its URL */
export function ownDatabase(): Promise<string> {
  return createDatabase(`template ${inject('serverTemplate')}`);
}

/** A database of its own on the server, without any schema. @param owner a role of the server @returns its URL */
export function emptyDatabase(owner = 'default'): Promise<string> {
  return createDatabase(`owner ${owner}`);
}

function loadEmbedded(template: string): Promise<PGlite> {
  return PGlite.create({ loadDataDir: new Blob([readFileSync(template)]), extensions: { pg_trgm } });
}

/** A PGlite in memory, without any schema. */
export function emptyEmbedded(): Promise<PGlite> {
  return loadEmbedded(inject('emptyEmbedded'));
}

/** A PGlite in memory, at the newest schema. */
export async function openEmbeddedCopy(): Promise<Database> {
  const client = await loadEmbedded(inject('embeddedTemplate'));
  return { db: drizzle(client), kind: 'embedded', close: () => client.close() };
}

const openers = {
  embedded: { label: 'PGlite', open: openEmbeddedCopy },
  postgres: { label: 'PostgreSQL', open: async () => openPostgres(await ownDatabase()) },
};

function describeOn(kind: Database['kind'], name: string, body: (kind: Database['kind']) => void): void {
  const { label, open } = openers[kind];
  describe(`${name} on ${label}`, () => {
    let opened: Database | undefined;
    beforeAll(async () => {
      opened = await open();
      setDatabase(opened);
    });
    afterAll(() => opened?.close());
    body(kind);
  });
}

/** Runs the tests in `body` on the embedded database and again on a real PostgreSQL: for what the two may do differently. */
export function eachDatabase(name: string, body: (kind: Database['kind']) => void): void {
  describeOn('embedded', name, body);
  if (server) describeOn('postgres', name, body);
  else describe.skip(`${name} on PostgreSQL`, () => body('postgres'));
}

/**
 * Runs the tests in `body` on PostgreSQL, or on the embedded database where there is no server: for rules that are ours
 * and not the database's. TEST_EVERYTHING runs them on both.
 */
export function onDatabase(name: string, body: (kind: Database['kind']) => void): void {
  if (triesEverything) eachDatabase(name, body);
  else describeOn(server ? 'postgres' : 'embedded', name, body);
}

/**
 * Of two ways to start a whole service, on the embedded database and on PostgreSQL: the second, or the first where there
 * is no server; both in the full tests.
 */
export function onOne<Way>(ways: readonly [embedded: Way, postgres: Way]): Way[] {
  return triesEverything ? [...ways] : [ways[server ? 1 : 0]];
}
