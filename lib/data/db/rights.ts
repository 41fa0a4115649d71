import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Db } from '@/lib/data/db/db';

/**
 * The rights of the service's role on PostgreSQL if another role owns the tables. The service may add to and
 * read the audit log, its chain, the register, staff's notes and versions of settings, change the rows of all other tables, and change none of the tables
 * themselves.
 */

/** The role of this connection. */
export async function roleOf(service: Sql): Promise<string> {
  const [row] = await service<{ role: string }[]>`select current_user as role`;
  if (!row) throw new Error('PostgreSQL does not tell its role.');
  return row.role;
}

/**
 * Grants the service's role the rights it needs, and revokes all others.
 * @param owner a connection of the owner
 */
export async function grantRights(owner: Sql, service: string): Promise<void> {
  await owner.begin(async (tx) => {
    const role = tx(service);
    await tx`revoke all on all tables in schema public from ${role}`;
    await tx`revoke create on schema public from public, ${role}`;
    await tx`grant usage on schema public to ${role}`;
    await tx`grant select, insert, update, delete on all tables in schema public to ${role}`;
    await tx`revoke update, delete on audit, audit_links, audit_days, register, register_days, filing_notes, settings from ${role}`;
    await tx`grant usage, select on all sequences in schema public to ${role}`;
  });
}

/**
 * Whether the connection's role has all rights of the tables' owner, so that only triggers guard the tables.
 */
export async function mayChangeTables(db: Db): Promise<boolean> {
  const rows = await db.execute(
    sql`select pg_has_role(current_user, relowner, 'usage') as may from pg_class where oid = 'audit'::regclass`,
  );
  return [...(rows as unknown as Iterable<{ may: boolean }>)].some(({ may }) => may);
}
