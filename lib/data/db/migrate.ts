import path from 'node:path';
import type { Sql } from 'postgres';
import { grantRights } from '@/lib/data/db/rights';

/** The folder of the migrations that drizzle-kit wrote. */
export const migrationsFolder = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'drizzle');

/** The name of the lock: an arbitrary number, the same in all processes of this service. */
export const migrationLock = 4_051_207;

/**
 * Migrates PostgreSQL to the newest schema. A transaction beside it holds the lock that lets one process migrate at a
 * time: a lock of the session would be another's behind a pooler.
 * @param owner two connections of the tables' owner
 * @param serviceRole who gets the service's rights, if it is not the owner
 */
export async function migratePostgres(owner: Sql, serviceRole?: string): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
  ]);
  await owner.begin(async (lock) => {
    await lock`set local idle_in_transaction_session_timeout = 0`;
    await lock`set local statement_timeout = 0`;
    await lock`select pg_advisory_xact_lock(${migrationLock})`;
    await migrate(drizzle(owner), { migrationsFolder: migrationsFolder() });
    if (serviceRole) await grantRights(owner, serviceRole);
  });
}
