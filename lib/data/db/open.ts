import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Sql } from 'postgres';
import { connectionOptions } from '@/lib/data/db/connection';
import type { Database } from '@/lib/data/db/db';
import { lockDatabase } from '@/lib/data/db/lock';
import { watchOutage } from '@/lib/data/db/outage';
import { grantRights, roleOf } from '@/lib/data/db/rights';

function migrationsFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'drizzle');
}

/** Opens PGlite in `dataDir` (or in memory) and migrates it to the newest schema. One process at a time. */
export async function openEmbedded(dataDir: string | undefined): Promise<Database> {
  const [{ PGlite: Embedded }, { pg_trgm }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ]);
  const unlock = dataDir ? lockDatabase(dataDir) : () => undefined;
  try {
    const client: PGlite = await Embedded.create({
      dataDir: dataDir ? path.join(dataDir, 'database') : 'memory://',
      extensions: { pg_trgm },
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

/** The name of the lock: an arbitrary number, the same in all processes of this service. */
const migrationLock = 4_051_207;

/**
 * Opens PostgreSQL and migrates it to the newest schema. An advisory lock lets one process migrate at a time.
 * @param ownerUrl the URL with which the tables' owner signs in, if the service's role is another
 */
export async function openPostgres(url: string, ownerUrl?: string): Promise<Database> {
  const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
  ]);
  const migrating: Sql = postgres(ownerUrl ?? url, { max: 1, onnotice: () => undefined });
  const outage = watchOutage(() => client`select 1`);
  const client = postgres(url, { ...connectionOptions(), onclose: outage.noteClosed });
  try {
    await migrating`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(migrating), { migrationsFolder: migrationsFolder() });
    if (ownerUrl) await grantRights(migrating, await roleOf(client));
  } finally {
    await migrating.end();
  }
  return {
    db: drizzle(client),
    kind: 'postgres',
    isAway: outage.isAway,
    close: () => client.end({ timeout: 1 }),
  };
}
