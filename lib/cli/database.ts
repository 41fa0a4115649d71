import { existsSync } from 'node:fs';
import path from 'node:path';
import { writable } from '@/lib/data/db/connection';
import type { Database } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/open';
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
