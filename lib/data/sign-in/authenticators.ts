import { addMinutes } from 'date-fns';
import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { Secret } from 'otpauth';
import { z } from 'zod';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { authenticators } from '@/lib/data/db/schema/sign-in';
import type { Letter } from '@/lib/data/mail/outbox';
import { seal, unseal } from '@/lib/data/secrets/secret-box';
import { requireOwner } from '@/lib/data/sign-in/confirmation';
import { type Gained, gainStep, loseStep, requireAnother } from '@/lib/data/sign-in/second-step-changes';
import { lockSecondSteps } from '@/lib/data/sign-in/second-steps';
import type { UserActor } from '@/lib/domain/access/access';
import { setupUrl, stepOf } from '@/lib/domain/sign-in/one-time-code';

/** The authenticator app of an account. An account has at most one. */

export const setupMinutes = 15;
/** 160 bits, the length of SHA-1 (RFC 4226, 4). */
const secretBytes = 20;

const ofAccount = (userId: string) => `authenticator of ${userId}`;
const ofSetup = (actor: UserActor) => `set-up in ${actor.sessionId}`;
const setupShape = z.object({ secret: z.string(), until: z.number() });

/**
 * Begins to set up an authenticator app. An earlier app counts until the first code of the new one is right.
 * The actor must have confirmed that the account is theirs.
 * @returns the secret, sealed for this session
 * @throws ConfirmationNeeded
 */
export async function beginAuthenticator(actor: UserActor, now: Date): Promise<string> {
  await requireOwner(actor, now);
  const secret = new Secret({ size: secretBytes }).base32;
  const until = addMinutes(now, setupMinutes).getTime();
  return seal(JSON.stringify({ secret, until }), ofSetup(actor));
}

function secretOf(actor: UserActor, setup: string, now: Date): string | null {
  const text = unseal(setup, ofSetup(actor));
  const found = setupShape.safeParse(text && JSON.parse(text)).data;
  return found && found.until > now.getTime() ? found.secret : null;
}

/**
 * The data that the app needs, as text and as the URL of the QR code; null if the set-up is over or another
 * session's.
 */
export async function findSetup(
  actor: UserActor,
  { setup, issuer }: { setup: string; issuer: string },
  now: Date,
): Promise<{ secret: string; url: string } | null> {
  const secret = secretOf(actor, setup, now);
  const [user] = await db()
    .select({ oneKeyId: users.oneKeyId })
    .from(users)
    .where(eq(users.id, actor.userId));
  return secret && user ? { secret, url: setupUrl(secret, issuer, user.oneKeyId) } : null;
}

/** Stores the app once its first code is right. @throws Refused 'setupOver', 'oneTimeCodeWrong' */
export async function confirmAuthenticator(
  actor: UserActor,
  { setup, code, notice }: { setup: string; code: string; notice: Letter },
  now: Date,
): Promise<Gained> {
  const secret = secretOf(actor, setup, now);
  if (!secret) throw new Refused('setupOver');
  const lastStep = stepOf(secret, code, now);
  if (lastStep === null) throw new Refused('oneTimeCodeWrong');
  return db().transaction(async (tx) => {
    const before = await lockSecondSteps(tx, actor.userId);
    const stored = {
      secret: seal(secret, ofAccount(actor.userId)),
      confirmedAt: now,
      lastStep,
      createdAt: now,
    };
    await tx
      .insert(authenticators)
      .values({ userId: actor.userId, ...stored })
      .onConflictDoUpdate({ target: authenticators.userId, set: stored });
    return gainStep(tx, actor, { action: 'set up authenticator', before, notice }, now);
  });
}

/**
 * Uses up a code of the account's app, and keeps the app's secret under the present pepper from then on.
 * @returns whether it is right and later than every code used before
 */
export async function redeemCode(tx: Db, userId: string, code: string, now: Date): Promise<boolean> {
  const isSetUp = and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt));
  const [app] = await tx.select().from(authenticators).where(isSetUp);
  const secret = app && unseal(app.secret, ofAccount(userId));
  const step = secret ? stepOf(secret, code, now) : null;
  if (!secret || step === null) return false;
  const redeemed = await tx
    .update(authenticators)
    .set({ lastStep: step, secret: seal(secret, ofAccount(userId)) })
    .where(and(isSetUp, lt(authenticators.lastStep, step)))
    .returning({ userId: authenticators.userId });
  return redeemed.length === 1;
}

/** @throws ConfirmationNeeded; NotFound if there is none; Refused 'lastSecondStep' for staff */
export async function removeAuthenticator(actor: UserActor, notice: Letter, now: Date): Promise<void> {
  await requireOwner(actor, now);
  await db().transaction(async (tx) => {
    const { role, authenticatorSince, passkeys } = await lockSecondSteps(tx, actor.userId);
    if (!authenticatorSince) throw new NotFound('authenticator');
    requireAnother(role, passkeys.length);
    await tx.delete(authenticators).where(eq(authenticators.userId, actor.userId));
    const change = { action: 'remove authenticator', left: passkeys.length, notice } as const;
    await loseStep(tx, actor, change, now);
  });
}
