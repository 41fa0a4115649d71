import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { sessions } from '@/lib/data/db/schema/sign-in';
import type { Letter } from '@/lib/data/mail/outbox';
import { beginAuthenticator, confirmAuthenticator, findSetup } from '@/lib/data/sign-in/authenticators';
import { addPasskey, offerPasskey } from '@/lib/data/sign-in/passkeys';
import { startSession } from '@/lib/data/sign-in/sessions';
import type { Role, UserActor } from '@/lib/domain/access/access';
import { newPerson } from '@/lib/testing/account/people';
import { Device } from '@/lib/testing/sign-in/passkeys';

export const notice: Letter = { subject: 's', html: 'h', text: 't' };

/** The code that an app shows at an instant. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

/** Seconds after an instant. */
export const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

/** A person who gave their password at `now`, in a session that stands in its row, with a verified address. */
export async function newOwner(now: Date, role: Role = 'filer'): Promise<UserActor> {
  const { userId } = await newPerson(role);
  await db()
    .update(users)
    .set({ recoveryEmail: `${userId}@example.org` })
    .where(eq(users.id, userId));
  const sessionId = await startSession(db(), { kind: 'anonymous' }, userId, now);
  return { kind: 'user', userId, role, sessionId, passwordAt: now };
}

/** The same person in the session that their second step opened. */
export const inSession = (actor: UserActor, sessionId: string, confirmedAt: Date): UserActor => ({
  ...actor,
  sessionId,
  confirmedAt,
});

/** Sets an authenticator app up. @returns the person in the session that followed, the secret and the recovery codes */
export async function withAuthenticator(owner: UserActor, now: Date) {
  const setup = await beginAuthenticator(owner, now);
  const { secret = '' } = (await findSetup(owner, { setup, issuer: 'Court' }, now)) ?? {};
  const gained = await confirmAuthenticator(owner, { setup, code: codeAt(secret, now), notice }, now);
  return { actor: inSession(owner, gained.sessionId, now), secret, codes: gained.recoveryCodes ?? [] };
}

/** Adds a passkey. @returns the person in the session that followed, the device and the recovery codes */
export async function withPasskey(owner: UserActor, now: Date) {
  const device = new Device();
  const { challenge } = await offerPasskey(owner, 'Court', now);
  const answer = { challenge, response: device.create(challenge) };
  const gained = await addPasskey(owner, { name: 'Phone', answer, notice }, now);
  return { actor: inSession(owner, gained.sessionId, now), device, codes: gained.recoveryCodes ?? [] };
}

/** The session that a right password opens. */
export async function pendingSession(userId: string, now: Date) {
  return { userId, sessionId: await startSession(db(), { kind: 'anonymous' }, userId, now) };
}

export async function endReasonOf(sessionId: string): Promise<string | null | undefined> {
  return (await db().select().from(sessions).where(eq(sessions.id, sessionId)))[0]?.endReason;
}
