import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { addMinutes } from 'date-fns';
import { and, eq } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { passkeys } from '@/lib/data/db/schema/sign-in';
import { isUuid } from '@/lib/data/db/uuid';
import type { Letter } from '@/lib/data/mail/outbox';
import { findToken, issueToken, redeemToken } from '@/lib/data/secrets/tokens';
import { requireOwner } from '@/lib/data/sign-in/confirmation';
import { type Gained, gainStep, loseStep, requireAnother } from '@/lib/data/sign-in/second-step-changes';
import { countSecondSteps, lockSecondSteps } from '@/lib/data/sign-in/second-steps';
import type { UserActor } from '@/lib/domain/access/access';
import { env } from '@/lib/env';

/**
 * The passkeys of an account (W3C WebAuthn). Each requires its holder's fingerprint, face or PIN, so that a
 * passkey alone is two factors.
 */

export const passkeyMinutes = 5;
const mostPasskeys = 10;

/** The site that passkeys belong to. They work on no look-alike site. */
export const relyingParty = { origin: env.PUBLIC_ORIGIN, id: new URL(env.PUBLIC_ORIGIN).hostname };

/** A browser's answer to a challenge of ours. */
type Answer<Response> = { challenge: string; response: Response };
export type PasskeyAnswer = Answer<AuthenticationResponseJSON>;

/**
 * A challenge that can be answered once. It is the bytes of a token, because the library would encode its
 * text again.
 */
async function newChallenge(now: Date): Promise<Buffer<ArrayBuffer>> {
  const token = await issueToken(db(), 'passkey', addMinutes(now, passkeyMinutes));
  return Buffer.from(token, 'base64url');
}

/** @returns whether the challenge is ours and was not answered before */
async function spendChallenge(tx: Db, challenge: string, now: Date): Promise<boolean> {
  const found = await findToken(tx, 'passkey', challenge, now);
  return found !== null && redeemToken(tx, found.id, now);
}

const expectedOf = (challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: relyingParty.origin,
  expectedRPID: relyingParty.id,
  requireUserVerification: true,
});

const credentialsOf = (userId: string) =>
  db()
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, userId));

/**
 * The options that a browser needs to make a passkey for the actor.
 * @param name the service's, which the browser shows
 */
export async function offerPasskey(
  actor: UserActor,
  name: string,
  now: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await requireOwner(actor, now);
  const [user] = await db().select().from(users).where(eq(users.id, actor.userId));
  if (!user) throw new NotFound('account');
  return generateRegistrationOptions({
    rpName: name,
    rpID: relyingParty.id,
    userName: user.oneKeyId,
    userID: Buffer.from(user.id),
    challenge: await newChallenge(now),
    excludeCredentials: await credentialsOf(user.id),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
}

/**
 * The options that a browser needs to use a passkey: one of the given account, or any that it has for this
 * site.
 */
export async function askForPasskey(
  userId: string | undefined,
  now: Date,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: relyingParty.id,
    allowCredentials: userId ? await credentialsOf(userId) : [],
    challenge: await newChallenge(now),
    userVerification: 'required',
  });
}

/**
 * Stores a passkey that the actor's browser made.
 * @throws ConfirmationNeeded; Refused 'passkeyFailed', 'passkeysFull'
 */
export async function addPasskey(
  actor: UserActor,
  { name, answer, notice }: { name: string; answer: Answer<RegistrationResponseJSON>; notice: Letter },
  now: Date,
): Promise<Gained> {
  await requireOwner(actor, now);
  if (!(await spendChallenge(db(), answer.challenge, now))) throw new Refused('passkeyFailed');
  const verified = await verifyRegistrationResponse({
    response: answer.response,
    ...expectedOf(answer.challenge),
  }).catch(() => null);
  if (!verified?.verified) throw new Refused('passkeyFailed');
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return db().transaction(async (tx) => {
    const before = await lockSecondSteps(tx, actor.userId);
    if (before.passkeys.length >= mostPasskeys) throw new Refused('passkeysFull');
    const key = { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
    const [added] = await tx
      .insert(passkeys)
      .values({ userId: actor.userId, name, transports, createdAt: now, ...key })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id });
    if (!added) throw new Refused('passkeyFailed');
    return gainStep(tx, actor, { action: 'add passkey', before, notice }, now);
  });
}

/**
 * Checks the answer of a passkey, of the account `userId` if one is given. A counter that did not advance
 * belongs to a copy (WebAuthn, 6.1.1); a passkey that does not count stays at 0.
 * @returns whose passkey it is, or null
 */
export async function redeemPasskey(
  tx: Db,
  { challenge, response }: PasskeyAnswer,
  now: Date,
  userId?: string,
): Promise<string | null> {
  if (!(await spendChallenge(tx, challenge, now))) return null;
  const [key] = await tx.select().from(passkeys).where(eq(passkeys.credentialId, response.id)).for('update');
  if (!key || (userId && key.userId !== userId)) return null;
  const { credentialId: id, publicKey, counter } = key;
  const verified = await verifyAuthenticationResponse({
    response,
    ...expectedOf(challenge),
    credential: { id, publicKey: Buffer.from(publicKey, 'base64url'), counter },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { newCounter } = verified.authenticationInfo;
  await tx.update(passkeys).set({ counter: newCounter, lastUsedAt: now }).where(eq(passkeys.id, key.id));
  return key.userId;
}

/** @throws ConfirmationNeeded; NotFound for another person's; Refused 'lastSecondStep' for staff */
export async function removePasskey(actor: UserActor, id: string, notice: Letter, now: Date): Promise<void> {
  await requireOwner(actor, now);
  if (!isUuid(id)) throw new NotFound('passkey');
  await db().transaction(async (tx) => {
    const before = await lockSecondSteps(tx, actor.userId);
    if (!before.passkeys.some((key) => key.id === id)) throw new NotFound('passkey');
    const left = countSecondSteps(before) - 1;
    requireAnother(before.role, left);
    await tx.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.userId, actor.userId)));
    await loseStep(tx, actor, { action: 'remove passkey', left, notice }, now);
  });
}
