import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, openEmbedded } from '@/lib/data/db';
import * as schema from '@/lib/data/schema';
import { env } from '@/lib/env';

/**
 * The service's database where one is at hand, else undefined. Never makes one, nor takes the embedded one from a
 * server that holds it. @throws where it cannot be opened; PostgreSQL is only asked with the first question
 */
export async function findDatabase(): Promise<Database | undefined> {
  if (env.DATABASE_URL) return connect(env.DATABASE_URL);
  return existsSync(path.join(env.DATA_DIR, 'database')) ? openEmbedded(env.DATA_DIR) : undefined;
}

/** Unlike a server that starts, leaves the schema as it is. */
async function connect(url: string): Promise<Database> {
  const [{ default: postgres }, { drizzle }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
  ]);
  const client = postgres(url, { max: 1, connect_timeout: 5 });
  return { db: drizzle(client, { schema }), kind: 'postgres', close: () => client.end({ timeout: 5 }) };
}

/** What a failure of the database says: its cause; the error itself repeats the query. */
export function causeOf(error: unknown): string {
  const { cause = error } = error instanceof Error ? error : {};
  return String(cause);
}
