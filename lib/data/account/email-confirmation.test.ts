import { randomUUID } from 'node:crypto';
import { addHours } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  askAgain,
  confirmEmail,
  type EmailUse,
  findEmailToConfirm,
  findUnconfirmed,
} from '@/lib/data/account/email-confirmation';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { isSecret } from '@/lib/data/mail/outbox';
import { newEmail, now, register, visitor } from '@/lib/testing/account/accounts';
import { mailTo, tokenLetter, tokenTo } from '@/lib/testing/account/letters';
import { contact, newFiler } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

onDatabase('the confirmation of an e-mail address', () => {
  /** A person with an unconfirmed e-mail address, and the token that was sent to it. */
  async function waiting(email = newEmail()) {
    const { userId } = await register({ email, isConfirmed: false });
    const actor = { kind: 'user', role: 'filer', userId, sessionId: randomUUID() } as const;
    return { actor, email, token: await tokenTo(email, 'confirm-email') };
  }

  const recoveryEmailOf = async (userId: string) =>
    (await db().select().from(users).where(eq(users.id, userId)))[0]?.recoveryEmail;
  const contactVerifiedAt = async (userId: string) =>
    (await db().select().from(profiles).where(eq(profiles.userId, userId)))[0]?.emailVerifiedAt;

  it('works for a day, once, by the link that was sent to the e-mail address', async () => {
    const { actor, email, token } = await waiting();
    expect(await mailTo(email)).toMatchObject([{ kind: 'confirm-email', text: token }]);
    expect(await findEmailToConfirm(token, now)).toBe(email);
    expect(await recoveryEmailOf(actor.userId)).toBeNull();
    expect(await findEmailToConfirm(token, addHours(now, 24))).toBeNull();
    expect(await confirmEmail(visitor, token, addHours(now, 24))).toBe(false);
    expect(await recoveryEmailOf(actor.userId)).toBeNull();
    expect(await confirmEmail(visitor, token, addHours(now, 23))).toBe(true);
    expect(await recoveryEmailOf(actor.userId)).toBe(email);
    expect(await findUnconfirmed(actor, 'recovery')).toBeNull();
    expect(await confirmEmail(visitor, token, addHours(now, 23))).toBe(false);
    expect(await findEmailToConfirm('no token of ours', now)).toBeNull();
  });

  it('counts only while the e-mail address is on file, and not in a closed account', async () => {
    const changed = await waiting();
    await db().update(users).set({ pendingEmail: newEmail() }).where(eq(users.id, changed.actor.userId));
    const closed = await waiting();
    await db().update(users).set({ closedAt: now }).where(eq(users.id, closed.actor.userId));
    for (const { actor, token } of [changed, closed]) {
      expect(await findEmailToConfirm(token, now)).toBeNull();
      expect(await confirmEmail(visitor, token, now)).toBe(false);
      expect(await recoveryEmailOf(actor.userId)).toBeNull();
    }
  });

  it('sends the link again while the e-mail address waits; the one before stops working', async () => {
    const { actor, email, token } = await waiting();
    await askAgain(actor, 'recovery', tokenLetter, addHours(now, 1));
    const second = await tokenTo(email, 'confirm-email');
    expect(second).not.toBe(token);
    expect(await confirmEmail(visitor, token, addHours(now, 1))).toBe(false);
    expect(await confirmEmail(visitor, second, addHours(now, 1))).toBe(true);
    for (const use of ['recovery', 'contact'] satisfies EmailUse[])
      await askAgain(actor, use, tokenLetter, addHours(now, 2));
    expect(await mailTo(email)).toHaveLength(2);
  });

  it('counts wherever the account has the e-mail address, and in no other account', async () => {
    const { actor, email, token } = await waiting();
    const stranger = await newFiler(now);
    const shared = { ...contact, email: email.toUpperCase() };
    await db().update(profiles).set({ contact: shared }).where(eq(profiles.userId, stranger.userId));
    await db().insert(profiles).values({ userId: actor.userId, contact: shared, updatedAt: now });
    expect(await findUnconfirmed(actor, 'contact')).toBe(shared.email);
    await confirmEmail(visitor, token, now);
    expect(await contactVerifiedAt(actor.userId)).toEqual(now);
    expect(await contactVerifiedAt(stranger.userId)).toBeNull();
  });

  it('keeps the link from staff', () => {
    expect(isSecret('confirm-email')).toBe(true);
  });
});
