import postgres from 'postgres';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Database, openEmbedded, openPostgres, setDatabase } from '@/lib/data/db';

/** A database of its own on the server, so that test files never meet. */
export async function ownDatabase(url: string): Promise<string> {
  const name = `court_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const admin = postgres(url, { max: 1 });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

/** Runs the tests in `body` on the embedded database and again on a real PostgreSQL. */
export function eachDatabase(name: string, body: (kind: Database['kind']) => void): void {
  describe(`${name} on PGlite`, () => {
    let opened: Database;
    beforeAll(async () => {
      opened = await openEmbedded(undefined);
      setDatabase(opened);
    });
    afterAll(() => opened.close());
    body('embedded');
  });

  const server = process.env.TEST_DATABASE_URL;
  describe.skipIf(!server)(`${name} on PostgreSQL`, () => {
    let opened: Database;
    beforeAll(async () => {
      opened = await openPostgres(await ownDatabase(server ?? ''));
      setDatabase(opened);
    });
    afterAll(() => opened?.close());
    body('postgres');
  });
}
