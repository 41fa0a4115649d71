import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { addMinutes } from 'date-fns';
import { and, eq } from 'drizzle-orm';
import { requireOwner } from '@/lib/data/confirmation';
import { type Db, db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { passkeys, users } from '@/lib/data/schema';
import { type Gained, gainStep, loseStep, requireAnother } from '@/lib/data/second-step-changes';
import { countSecondSteps, lockSecondSteps } from '@/lib/data/second-steps';
import { findToken, issueToken, redeemToken } from '@/lib/data/tokens';
import { isUuid } from '@/lib/data/uuid';
import type { Letter } from '@/lib/data/verified-emails';
import type { UserActor } from '@/lib/domain/access';
import { env } from '@/lib/env';

/** The passkeys of an account (W3C WebAuthn): each asks its holder for a finger, a face or a PIN, so it is two factors. */

export const passkeyMinutes = 5;
const mostPasskeys = 10;

/** Who asks for passkeys: they work on this site and on no other that looks like it. */
export const relyingParty = { origin: env.PUBLIC_ORIGIN, id: new URL(env.PUBLIC_ORIGIN).hostname };

/** What a browser answered to a challenge of ours. */
export type Answer<Response> = { challenge: string; response: Response };

/** A challenge that counts once, as the token that it is; the library would take a text for its letters. */
async function newChallenge(now: Date): Promise<Buffer<ArrayBuffer>> {
  const token = await issueToken(db(), 'passkey', addMinutes(now, passkeyMinutes));
  return Buffer.from(token, 'base64url');
}

/** @returns whether the challenge is ours and was not answered before */
export async function spendChallenge(tx: Db, challenge: string, now: Date): Promise<boolean> {
  const found = await findToken(tx, 'passkey', challenge, now);
  return found !== null && redeemToken(tx, found.id, now);
}

const credentialsOf = (userId: string) =>
  db()
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, userId));

/** What a browser needs to make a passkey for the actor. @param name of this service, which the browser shows */
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

/** What a browser needs to use a passkey: one of that account, or any that it keeps for us. */
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

/** Keeps a passkey that the actor's browser made. @throws ConfirmationNeeded; Refused 'passkeyFailed', 'passkeysFull' */
export async function addPasskey(
  actor: UserActor,
  { name, answer, notice }: { name: string; answer: Answer<RegistrationResponseJSON>; notice: Letter },
  now: Date,
): Promise<Gained> {
  await requireOwner(actor, now);
  if (!(await spendChallenge(db(), answer.challenge, now))) throw new Refused('passkeyFailed');
  const verified = await verifyRegistrationResponse({
    response: answer.response,
    expectedChallenge: answer.challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
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

/** @throws ConfirmationNeeded; NotFound for another's; Refused 'lastSecondStep' for staff */
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
