import path from 'node:path';
import { inspect } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';
import { DrizzleQueryError, type ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import { connectionOptions } from '@/lib/data/connection';
import { lockDatabase } from '@/lib/data/lock';
import { watchOutage } from '@/lib/data/outage';
import { grantRights, roleOf } from '@/lib/data/rights';
import * as schema from '@/lib/data/schema';
import { errorText } from '@/lib/logged-error';

type Tables = typeof schema;
export type Db = PgDatabase<PgQueryResultHKT, Tables>;
/** A transaction. While one is open use only it: on the embedded database the outer handle would wait for itself. */
export type Tx = PgTransaction<PgQueryResultHKT, Tables, ExtractTablesWithRelations<Tables>>;

export type Database = {
  db: Db;
  kind: 'embedded' | 'postgres';
  /** Whether PostgreSQL does not answer at this moment; the embedded database is never away. */
  isAway?: () => Promise<boolean>;
  close: () => Promise<void>;
};

// Next prints what is not caught as Node shows it, and a failed query would show every value in it.
Object.defineProperty(DrizzleQueryError.prototype, inspect.custom, {
  value(this: DrizzleQueryError) {
    return errorText(this);
  },
});

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtDatabase?: Database };

function migrationsFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'drizzle');
}

/** Opens PGlite in `dataDir` (or in memory) and brings it to the newest schema. One process at a time. */
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
    const db = drizzle(client, { schema });
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

/** Any number names the lock; all processes of this service must use the same. */
const migrationLock = 4_051_207;

/**
 * Opens PostgreSQL and brings it to the newest schema; an advisory lock lets one process migrate at a time.
 * @param ownerUrl the address under which the tables' owner signs in, where the service's role is another
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
    db: drizzle(client, { schema }),
    kind: 'postgres',
    isAway: outage.isAway,
    close: () => client.end({ timeout: 1 }),
  };
}

/** Makes this the process's database. */
export function setDatabase(database: Database): void {
  holder.courtDatabase = database;
}

/** The process's database. @throws before it is opened at start */
export function database(): Database {
  if (!holder.courtDatabase) throw new Error('The database is not open.');
  return holder.courtDatabase;
}

/** The handle for queries outside a transaction. */
export function db(): Db {
  return database().db;
}
