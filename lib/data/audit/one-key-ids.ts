import { isAmong } from '@/lib/data/db/conditions';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';

/** The ONE-key IDs of accounts by their rows' ids; an id without an account has none. The caller has authorised the actor. */
export async function oneKeyIdsOf(ids: ReadonlySet<string>): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map();
  const found = await db()
    .select({ id: users.id, oneKeyId: users.oneKeyId })
    .from(users)
    .where(isAmong(users.id, 'uuid', ids));
  return new Map(found.map(({ id, oneKeyId }) => [id, oneKeyId]));
}
