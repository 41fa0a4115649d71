import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { type Db, db } from '@/lib/data/db';
import { type Answer, relyingParty, spendChallenge } from '@/lib/data/passkeys';
import { passkeys, users } from '@/lib/data/schema';
import { startSession } from '@/lib/data/sessions';
import type { Actor } from '@/lib/domain/access';

/** A passkey that a browser used, examined. */
export type PasskeyAnswer = Answer<AuthenticationResponseJSON>;

/**
 * Takes the answer of a passkey: of that account where one is named. Its counter must have moved on where it counts
 * at all; one that did not is a copy (WebAuthn, 6.1.1).
 * @returns whose passkey it is, or null
 */
export async function takePasskey(
  tx: Db,
  { challenge, response }: PasskeyAnswer,
  now: Date,
  userId?: string,
): Promise<string | null> {
  if (!(await spendChallenge(tx, challenge, now))) return null;
  const [key] = await tx.select().from(passkeys).where(eq(passkeys.credentialId, response.id)).for('update');
  if (!key || (userId && key.userId !== userId)) return null;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
    credential: {
      id: key.credentialId,
      publicKey: Buffer.from(key.publicKey, 'base64url'),
      counter: key.counter,
    },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const counter = verified.authenticationInfo.newCounter;
  await tx.update(passkeys).set({ counter, lastUsedAt: now }).where(eq(passkeys.id, key.id));
  return key.userId;
}

/** Opens a session by a passkey alone, which is both factors at once. @returns null for an unknown or locked account */
export function signInByPasskey(
  actor: Actor,
  answer: PasskeyAnswer,
  now: Date,
): Promise<{ userId: string; sessionId: string } | null> {
  return db().transaction(async (tx) => {
    const userId = await takePasskey(tx, answer, now);
    const [user] = userId
      ? await tx
          .select({ id: users.id })
          .from(users)
          .where(and(eq(users.id, userId), isNull(users.lockedAt), isNull(users.closedAt)))
      : [];
    const entry = { action: 'sign in', subject: userId ?? 'unknown', details: { by: 'passkey' } };
    await record(tx, actor, { ...entry, outcome: user ? 'done' : 'refused' }, now);
    return user
      ? { userId: user.id, sessionId: await startSession(tx, actor, user.id, now, 'passkey') }
      : null;
  });
}
