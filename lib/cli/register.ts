import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, openEmbedded, setDatabase } from '@/lib/data/db';
import * as schema from '@/lib/data/schema';
import { judge, type Verdict } from '@/lib/data/verdict';
import type { SealMark } from '@/lib/domain/verification';
import { env } from '@/lib/env';

/** What the register says of a file: `differs` where it knows number and code, but not these bytes. */
export type RegisterAnswer = 'issued' | 'differs' | 'unknown' | 'not-asked';

export type Register = {
  ask(sha256: string, mark: SealMark | undefined): Promise<RegisterAnswer>;
  close(): Promise<void>;
};

const answers: Record<Verdict['kind'], RegisterAnswer> = {
  unchanged: 'issued',
  differs: 'differs',
  recorded: 'unknown',
  unknown: 'unknown',
};
const notAsked: Register = { ask: async () => 'not-asked', close: async () => undefined };

/** The register where a database is at hand that answers; else, told on standard error, one that is `not-asked`. */
export async function openRegister(): Promise<Register> {
  const database = await open().catch(tell);
  if (!database) return notAsked;
  setDatabase(database);
  try {
    // Connections open late: the first question tells whether anybody answers.
    await judge({ sha256: 'none' });
    return { ask, close: database.close };
  } catch (error) {
    await database.close();
    tell(error);
    return notAsked;
  }
}

async function ask(sha256: string, mark: SealMark | undefined): Promise<RegisterAnswer> {
  return answers[(await judge({ sha256, ...mark })).kind];
}

/** Never makes a database, nor takes the embedded one from a server that holds it. */
async function open(): Promise<Database | undefined> {
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

function tell(error: unknown): undefined {
  // The cause says what the database answered; the error itself repeats the query.
  const { cause = error } = error instanceof Error ? error : {};
  process.stderr.write(`The register is not asked: ${String(cause)}\n`);
}
