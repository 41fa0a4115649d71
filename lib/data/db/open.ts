import type { Socket } from 'node:net';
import { connectionOptions, directTimes, mostConnections, writable } from '@/lib/data/db/connection';
import type { Database, Replica } from '@/lib/data/db/db';
import { migratePostgres } from '@/lib/data/db/migrate';
import { watchOutage } from '@/lib/data/db/outage';
import { isPooled, limitRole } from '@/lib/data/db/pooler';
import { roleOf } from '@/lib/data/db/rights';

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
