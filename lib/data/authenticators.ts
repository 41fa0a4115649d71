import { addMinutes } from 'date-fns';
import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { Secret } from 'otpauth';
import { z } from 'zod';
import { requireOwner } from '@/lib/data/confirmation';
import { type Db, db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { authenticators, users } from '@/lib/data/schema';
import { type Gained, gainStep, loseStep, requireAnother } from '@/lib/data/second-step-changes';
import { lockSecondSteps } from '@/lib/data/second-steps';
import { seal, unseal } from '@/lib/data/secret-box';
import type { Letter } from '@/lib/data/verified-emails';
import type { UserActor } from '@/lib/domain/access';
import { setupAddress, stepOf } from '@/lib/domain/one-time-code';

/** The authenticator app of an account, one at most. */

export const setupMinutes = 15;
/** 160 bits, the length of SHA-1 (RFC 4226, 4). */
const secretBytes = 20;

const ofAccount = (userId: string) => `authenticator of ${userId}`;
const ofSetup = (actor: UserActor) => `set-up in ${actor.sessionId}`;
const setupShape = z.object({ secret: z.string(), until: z.number() });

/**
 * Begins to set an authenticator app up, also in the place of another, which goes on counting until the first code
 * of the new one was right.
 * @returns the secret, sealed for this session: whoever holds it proved to be the owner
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

/** What the app needs, as text and as the address in the QR code; null when the set-up is over or another session's. */
export async function findSetup(
  actor: UserActor,
  { setup, issuer }: { setup: string; issuer: string },
  now: Date,
): Promise<{ secret: string; address: string } | null> {
  const secret = secretOf(actor, setup, now);
  const [user] = await db()
    .select({ oneKeyId: users.oneKeyId })
    .from(users)
    .where(eq(users.id, actor.userId));
  return secret && user ? { secret, address: setupAddress(secret, issuer, user.oneKeyId) } : null;
}

/** Keeps the app whose first code is right. @throws Refused 'setupOver', 'oneTimeCodeWrong' */
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
    const kept = {
      secret: seal(secret, ofAccount(actor.userId)),
      confirmedAt: now,
      lastStep,
      createdAt: now,
    };
    await tx
      .insert(authenticators)
      .values({ userId: actor.userId, ...kept })
      .onConflictDoUpdate({ target: authenticators.userId, set: kept });
    return gainStep(tx, actor, { action: 'set up authenticator', before, notice }, now);
  });
}

/** Takes a code of the account's app. @returns whether it was right and never taken before, nor one after it */
export async function takeCode(tx: Db, userId: string, code: string, now: Date): Promise<boolean> {
  const isKept = and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt));
  const [app] = await tx.select().from(authenticators).where(isKept);
  const secret = app && unseal(app.secret, ofAccount(userId));
  const step = secret ? stepOf(secret, code, now) : null;
  if (step === null) return false;
  const taken = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(isKept, lt(authenticators.lastStep, step)))
    .returning({ userId: authenticators.userId });
  return taken.length === 1;
}

/** @throws ConfirmationNeeded; NotFound where there is none; Refused 'lastSecondStep' for staff */
export async function removeAuthenticator(actor: UserActor, notice: Letter, now: Date): Promise<void> {
  await requireOwner(actor, now);
  await db().transaction(async (tx) => {
    const { role, authenticatorSince, passkeys } = await lockSecondSteps(tx, actor.userId);
    if (!authenticatorSince) throw new NotFound('authenticator');
    requireAnother(role, passkeys.length);
    await tx.delete(authenticators).where(eq(authenticators.userId, actor.userId));
    const change = { action: 'remove authenticator', left: passkeys.length, notice };
    await loseStep(tx, actor, change, now);
  });
}
