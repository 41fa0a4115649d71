import { subDays } from 'date-fns';
import { and, eq, lt } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db';
import { knownDevices, users } from '@/lib/data/schema';
import { hashToken, newToken } from '@/lib/data/secrets';

/** Browsers that a person signed in from before are known by a token in a cookie; several people may share one. */

/** Days after which a browser that was not used to sign in is a stranger's again. */
export const knownDeviceDays = 365;

/** Condition: the row is of this browser. Without a token it is of none. */
export const isDevice = (token: string | undefined) => eq(knownDevices.tokenHash, hashToken(token ?? ''));

/** Whether the owner of an ID signed in from the browser with this token. */
export async function isKnownDevice(foldedId: string, token: string): Promise<boolean> {
  const rows = await db()
    .select({ id: knownDevices.id })
    .from(knownDevices)
    .innerJoin(users, eq(users.id, knownDevices.userId))
    .where(and(eq(users.oneKeyIdFolded, foldedId), isDevice(token)));
  return rows.length > 0;
}

/**
 * Makes the browser one that the person is known to use, from now on for another year.
 * @param token what its cookie holds; one that the service did not give out itself is replaced
 * @returns the token for its cookie
 */
export async function knowDevice(
  tx: Db,
  userId: string,
  token: string | undefined,
  now: Date,
): Promise<string> {
  const isOurs = token !== undefined && (await tx.$count(knownDevices, isDevice(token))) > 0;
  const kept = isOurs ? token : newToken();
  await tx
    .insert(knownDevices)
    .values({ userId, tokenHash: hashToken(kept), createdAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [knownDevices.userId, knownDevices.tokenHash],
      set: { lastSeenAt: now },
    });
  return kept;
}

/** The browser is a stranger's from now on: too much was tried there. */
export async function forgetDevice(token: string | undefined): Promise<void> {
  await db().delete(knownDevices).where(isDevice(token));
}

/** Forgets browsers that were not used for a year. */
export async function sweepDevices(now: Date): Promise<void> {
  await db()
    .delete(knownDevices)
    .where(lt(knownDevices.lastSeenAt, subDays(now, knownDeviceDays)));
}
