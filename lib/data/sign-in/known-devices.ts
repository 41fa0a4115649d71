import { subDays } from 'date-fns';
import { and, eq, lt, not } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { knownDevices } from '@/lib/data/db/schema/sign-in';
import { hashToken, newToken } from '@/lib/data/secrets/secrets';

/**
 * Known devices: browsers in which a person has signed in before, recognised by a token in a cookie. People
 * may share a browser.
 */

/** Days without a sign-in after which a browser is no longer known. */
export const knownDeviceDays = 365;

/** Condition: the row belongs to the browser with this token. Without a token no row does. */
export const isDevice = (token: string | undefined) => eq(knownDevices.tokenHash, hashToken(token ?? ''));

/**
 * The token, if it is that of a known device of this person; else undefined.
 * @param owner the person's id, or their ID as it is compared
 */
export async function knownToken(
  owner: { userId: string } | { foldedId: string },
  token: string | undefined,
): Promise<string | undefined> {
  const isOwner = 'userId' in owner ? eq(users.id, owner.userId) : eq(users.oneKeyIdFolded, owner.foldedId);
  const rows = await db()
    .select({ id: knownDevices.id })
    .from(knownDevices)
    .innerJoin(users, eq(users.id, knownDevices.userId))
    .where(and(isOwner, isDevice(token)));
  return rows.length > 0 ? token : undefined;
}

/**
 * Makes the browser a known device of the person for another year.
 * @param token the token in its cookie; one that the service did not issue is replaced
 * @returns the token for its cookie
 */
export async function knowDevice(
  tx: Db,
  userId: string,
  token: string | undefined,
  now: Date,
): Promise<string> {
  const isOurs = token !== undefined && (await tx.$count(knownDevices, isDevice(token))) > 0;
  const known = isOurs ? token : newToken();
  await tx
    .insert(knownDevices)
    .values({ userId, tokenHash: hashToken(known), createdAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [knownDevices.userId, knownDevices.tokenHash],
      set: { lastSeenAt: now },
    });
  return known;
}

/** Makes every browser of a person unknown, except the one with this token. */
export async function forgetOtherDevices(tx: Db, userId: string, token: string | undefined): Promise<void> {
  await tx.delete(knownDevices).where(and(eq(knownDevices.userId, userId), not(isDevice(token))));
}

/** Makes the browser unknown, because it had too many failures. */
export async function forgetDevice(token: string | undefined): Promise<void> {
  await db().delete(knownDevices).where(isDevice(token));
}

/** Deletes devices without a sign-in for a year. */
export async function sweepDevices(now: Date): Promise<void> {
  await db()
    .delete(knownDevices)
    .where(lt(knownDevices.lastSeenAt, subDays(now, knownDeviceDays)));
}
