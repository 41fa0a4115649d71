import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { Db } from '@/lib/data/db';
import { profiles, users } from '@/lib/data/schema';
import type { FoundToken } from '@/lib/data/tokens';
import { emailColumns, verifiedEmails } from '@/lib/data/verified-emails';
import { isStaffRole } from '@/lib/domain/access';
import { foldEmail } from '@/lib/domain/email';

/** Which accounts may be recovered, and by what. */

/** No account has it. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** `addresses` are verified. */
export type Account = { id: string; addresses: string[]; isStaff: boolean };

/** An account that may be recovered at all: neither locked nor closed. */
export async function findAccount(tx: Db, which: SQL): Promise<Account | null> {
  const [row] = await tx
    .select({ id: users.id, role: users.role, ...emailColumns })
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(and(which, isNull(users.lockedAt), isNull(users.closedAt)));
  return row ? { id: row.id, addresses: verifiedEmails(row), isStaff: isStaffRole(row.role) } : null;
}

/** Whether the answers of someone who only typed the ID may count. */
export function countsWithoutLink({ addresses, isStaff }: Account): boolean {
  return addresses.length === 0 && !isStaff;
}

/**
 * The account that the token lets in, by what is on file now: an address that was verified or given up meanwhile
 * counts from then on.
 */
export async function accountOf(tx: Db, token: FoundToken): Promise<Account | null> {
  const account = await findAccount(tx, eq(users.id, token.userId ?? nobody));
  if (!account) return null;
  const { address } = token;
  const counts = address
    ? account.addresses.some((verified) => foldEmail(verified) === foldEmail(address))
    : countsWithoutLink(account);
  return counts ? account : null;
}
