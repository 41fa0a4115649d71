import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Db } from '@/lib/data/db';

/**
 * What the service's role on PostgreSQL may do, where another role owns the tables: add to the audit log and the
 * register and read them, change the rows of everything else, and nothing to the tables themselves.
 */

/** The role that this address signs in as. */
export async function roleOf(service: Sql): Promise<string> {
  const [row] = await service<{ role: string }[]>`select current_user as role`;
  if (!row) throw new Error('PostgreSQL does not tell its role.');
  return row.role;
}

/** Gives the service's role what it needs and no more, whatever it had before. @param owner a connection of the owner */
export async function grantRights(owner: Sql, service: string): Promise<void> {
  await owner.begin(async (tx) => {
    const role = tx(service);
    await tx`revoke all on all tables in schema public from ${role}`;
    await tx`revoke create on schema public from public, ${role}`;
    await tx`grant usage on schema public to ${role}`;
    await tx`grant select, insert, update, delete on all tables in schema public to ${role}`;
    await tx`revoke update, delete on audit, register, register_days from ${role}`;
    await tx`grant usage, select on all sequences in schema public to ${role}`;
  });
}

/** Whether the connection's role may do to the tables whatever their owner may: then nothing but triggers guards them. */
export async function mayChangeTables(db: Db): Promise<boolean> {
  const rows = await db.execute(
    sql`select pg_has_role(current_user, relowner, 'usage') as may from pg_class where oid = 'audit'::regclass`,
  );
  return [...(rows as unknown as Iterable<{ may: boolean }>)].some(({ may }) => may);
}
