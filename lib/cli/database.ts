import { existsSync } from 'node:fs';
import path from 'node:path';
import { writable } from '@/lib/data/db/connection';
import { type Database, setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { openPostgres } from '@/lib/data/db/open';
import { env } from '@/lib/env';

/**
 * The service's database if one is available, else undefined. Never makes a database, and never takes the
 * embedded one from a server that has it open.
 * @throws if it cannot be opened; PostgreSQL is not contacted before the first query
 */
export async function findDatabase(): Promise<Database | undefined> {
  if (env.DATABASE_URL) return connect(env.DATABASE_URL);
  return existsSync(path.join(env.DATA_DIR, 'database')) ? openEmbedded(env.DATA_DIR) : undefined;
}

/**
 * Works on the service's database, at the newest schema as for a server that starts, and closes it.
 * @throws if there is none, or a server holds the embedded one
 */
export async function onDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl, DATA_DIR } = env;
  if (!url && !existsSync(path.join(DATA_DIR, 'database')))
    throw new Error('There is no database: set DATABASE_URL or DATA_DIR.');
  const opened = url ? await openPostgres(url, ownerUrl) : await openEmbedded(DATA_DIR);
  setDatabase(opened);
  return work().finally(() => opened.close());
}

/**
 * Works on the database at hand, at whatever schema it has, and closes it.
 * @param otherwise what can be done instead, in words
 * @throws if there is none
 */
export async function onFoundDatabase<T>(work: () => Promise<T>, otherwise = ''): Promise<T> {
  const database = await findDatabase();
  if (!database) throw new Error(`There is no database: ${otherwise}set DATABASE_URL or DATA_DIR.`);
  setDatabase(database);
  return work().finally(() => database.close());
}

/** Leaves the schema as it is, unlike a server that starts. */
async function connect(url: string): Promise<Database> {
  const [{ default: postgres }, { drizzle }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
  ]);
  const client = postgres(url, { ...writable(url), max: 1, connect_timeout: 5, prepare: false });
  return { db: drizzle(client), kind: 'postgres', close: () => client.end({ timeout: 5 }) };
}

/** The cause of a database failure as text. The error itself repeats the query. */
export function causeOf(error: unknown): string {
  const { cause = error } = error instanceof Error ? error : {};
  return String(cause);
}
