import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Database } from '@/lib/data/db/db';
import { lockDatabase } from '@/lib/data/db/lock';
import { migrationsFolder } from '@/lib/data/db/migrate';

/**
 * How much of the database is held in memory beside what the system holds of its files. PGlite asks for 160 MB, which is never
 * given back; a court that is tried fits into this.
 */
const buffers = ['-c', 'shared_buffers=16MB'];

/**
 * Makes the database where there is none, in a process that ends with that: see docs/decisions/making-the-embedded-database.md.
 * It is made beside its place, so that a start that is interrupted leaves no half of one but a folder that the next removes.
 */
async function makeUnlessThere(dataDir: string, folder: string): Promise<void> {
  if (existsSync(folder)) return;
  for (const name of readdirSync(dataDir))
    if (/^database\.\d+$/.test(name)) rmSync(path.join(dataDir, name), { recursive: true, force: true });
  const fresh = `${folder}.${process.pid}`;
  const program = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'lib',
    'data',
    'db',
    'make-embedded.mjs',
  );
  // Nothing of the service's own environment: it has secrets.
  const env = { NODE_ENV: 'production' } as const;
  await promisify(execFile)(
    /* turbopackIgnore: true */ process.execPath,
    [program, fresh, migrationsFolder()],
    { env },
  );
  renameSync(fresh, folder);
}

/** Opens PGlite in `dataDir` (or in memory) and migrates it to the newest schema. One process at a time. */
export async function openEmbedded(dataDir: string | undefined): Promise<Database> {
  const [{ PGlite }, { pg_trgm }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ]);
  const unlock = dataDir ? lockDatabase(dataDir) : () => undefined;
  try {
    const folder = dataDir && path.join(dataDir, 'database');
    if (dataDir && folder) await makeUnlessThere(dataDir, folder);
    const client = await PGlite.create({
      dataDir: folder ?? 'memory://',
      extensions: { pg_trgm },
      startParams: [...PGlite.defaultStartParams, ...buffers],
    });
    const db = drizzle(client);
    await migrate(db, { migrationsFolder: migrationsFolder() });
    return {
      db,
      kind: 'embedded',
      close: async () => {
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
