import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { emptyDatabase } from '@/lib/testing/db/databases';
import { serverPrograms } from '@/lib/testing/db/postgres';

/** A copy of a closed database as its operator keeps it, and how to put it back. */
export type Copy = { restore: () => Promise<Record<string, string>> };

/** Copies the folder of an embedded database. `restore` puts the copy in its place. */
export async function copyEmbedded(dataDir: string): Promise<Copy> {
  const [database, copy] = [path.join(dataDir, 'database'), path.join(dataDir, 'database.copy')];
  cpSync(database, copy, { recursive: true });
  return {
    restore: async () => {
      rmSync(database, { recursive: true });
      cpSync(copy, database, { recursive: true });
      return {};
    },
  };
}

/** Dumps a database by pg_dump. `restore` loads the dump into a new one, by psql, and returns its variables. */
export async function dumpPostgres(url: string): Promise<Copy> {
  const programs = serverPrograms();
  if (!programs) throw new Error('pg_dump is not installed');
  const input = execFileSync(path.join(programs, 'pg_dump'), [url], { maxBuffer: 100_000_000 });
  return {
    restore: async () => {
      const restored = await emptyDatabase();
      execFileSync(path.join(programs, 'psql'), ['-q', '-v', 'ON_ERROR_STOP=1', restored], { input });
      return { DATABASE_URL: restored };
    },
  };
}
