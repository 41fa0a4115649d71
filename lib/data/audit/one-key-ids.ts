import { sql } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';

/** The ONE-key IDs of accounts by their rows' ids; an id without an account has none. The caller has authorised the actor. */
export async function oneKeyIdsOf(ids: ReadonlySet<string>): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map();
  const found = await db()
    .select({ id: users.id, oneKeyId: users.oneKeyId })
    .from(users)
    .where(sql`${users.id} = any(${sql.param(`{${[...ids].join(',')}}`)}::uuid[])`);
  return new Map(found.map(({ id, oneKeyId }) => [id, oneKeyId]));
}
