import type { Socket } from 'node:net';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { connectionOptions, directTimes, mostConnections, writable } from '@/lib/data/db/connection';
import type { Database, Replica } from '@/lib/data/db/db';
import { lockDatabase } from '@/lib/data/db/lock';
import { migratePostgres, migrationsFolder } from '@/lib/data/db/migrate';
import { watchOutage } from '@/lib/data/db/outage';
import { isPooled, limitRole } from '@/lib/data/db/pooler';
import { roleOf } from '@/lib/data/db/rights';

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

/**
 * Opens PostgreSQL, directly or through a pooler, and migrates it to the newest schema.
 * @param ownerUrl the URL with which the tables' owner signs in, if the service's role is another
 * @param replicaUrl a copy of the database, kept by replication, for what may be read there
 */
export async function openPostgres(url: string, ownerUrl?: string, replicaUrl?: string): Promise<Database> {
  const [{ default: postgres }, { drizzle }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
  ]);
  const pooled = await isPooled(url);
  const times = pooled ? {} : directTimes;
  const outage = watchOutage(() => client`select 1`);
  const open = new Set<Socket>();
  const client = postgres(url, {
    ...connectionOptions(undefined, open),
    ...times,
    ...writable(url),
    onclose: outage.noteClosed,
  });
  const owner = postgres(ownerUrl ?? url, {
    ...writable(ownerUrl ?? url),
    max: 2,
    prepare: false,
    onnotice: () => undefined,
  });
  let unlimited: unknown;
  try {
    await migratePostgres(owner, ownerUrl && (await roleOf(client)));
    unlimited = pooled ? await limitRole(client) : undefined;
  } finally {
    await owner.end();
  }
  const replica = replicaUrl ? await openReplica(replicaUrl) : undefined;
  return {
    db: drizzle(client),
    kind: 'postgres',
    isAway: outage.isAway,
    unlimited,
    connections: () => ({ open: open.size, most: mostConnections }),
    replica,
    close: async () => {
      await Promise.all([client.end({ timeout: 1 }), replica?.close()]);
    },
  };
}

/** Opens a replica, which is asked for nothing before the first page that reads there. */
async function openReplica(url: string): Promise<Replica> {
  const [{ default: postgres }, { drizzle }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
  ]);
  const outage = watchOutage(() => client`select 1`, true);
  const client = postgres(url, { ...connectionOptions(), onclose: outage.noteClosed });
  return { db: drizzle(client), isAway: outage.isAway, close: () => client.end({ timeout: 1 }) };
}
