import { randomUUID } from 'node:crypto';
import { addHours } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import {
  askAgain,
  confirmAddress,
  type EmailUse,
  findAddressToConfirm,
  findUnconfirmed,
} from '@/lib/data/email-confirmation';
import { isSecret } from '@/lib/data/outbox';
import { profiles, users } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import { newEmail, now, register, visitor } from '@/lib/data/testing-accounts';
import { mailTo, tokenLetter, tokenTo } from '@/lib/data/testing-letters';
import { contact, newFiler } from '@/lib/data/testing-people';

eachDatabase('the confirmation of an e-mail address', () => {
  /** A person whose address waits, with the token that was sent to it. */
  async function waiting(address = newEmail()) {
    const { userId } = await register({ email: address, isConfirmed: false });
    const actor = { kind: 'user', role: 'filer', userId, sessionId: randomUUID() } as const;
    return { actor, address, token: await tokenTo(address, 'confirm-email') };
  }

  const recoveryEmailOf = async (userId: string) =>
    (await db().select().from(users).where(eq(users.id, userId)))[0]?.recoveryEmail;
  const contactVerifiedAt = async (userId: string) =>
    (await db().select().from(profiles).where(eq(profiles.userId, userId)))[0]?.emailVerifiedAt;

  it('works for a day, once, by the link that was sent to the address', async () => {
    const { actor, address, token } = await waiting();
    expect(await mailTo(address)).toMatchObject([{ kind: 'confirm-email', text: token }]);
    expect(await findAddressToConfirm(token, now)).toBe(address);
    expect(await recoveryEmailOf(actor.userId)).toBeNull();
    expect(await findAddressToConfirm(token, addHours(now, 24))).toBeNull();
    expect(await confirmAddress(visitor, token, addHours(now, 24))).toBe(false);
    expect(await recoveryEmailOf(actor.userId)).toBeNull();
    expect(await confirmAddress(visitor, token, addHours(now, 23))).toBe(true);
    expect(await recoveryEmailOf(actor.userId)).toBe(address);
    expect(await findUnconfirmed(actor, 'recovery')).toBeNull();
    expect(await confirmAddress(visitor, token, addHours(now, 23))).toBe(false);
    expect(await findAddressToConfirm('no token of ours', now)).toBeNull();
  });

  it('counts only while the address is on file, and not in a closed account', async () => {
    const changed = await waiting();
    await db().update(users).set({ pendingEmail: newEmail() }).where(eq(users.id, changed.actor.userId));
    const closed = await waiting();
    await db().update(users).set({ closedAt: now }).where(eq(users.id, closed.actor.userId));
    for (const { actor, token } of [changed, closed]) {
      expect(await findAddressToConfirm(token, now)).toBeNull();
      expect(await confirmAddress(visitor, token, now)).toBe(false);
      expect(await recoveryEmailOf(actor.userId)).toBeNull();
    }
  });

  it('sends the link again while the address waits; the one before stops working', async () => {
    const { actor, address, token } = await waiting();
    await askAgain(actor, 'recovery', tokenLetter, addHours(now, 1));
    const second = await tokenTo(address, 'confirm-email');
    expect(second).not.toBe(token);
    expect(await confirmAddress(visitor, token, addHours(now, 1))).toBe(false);
    expect(await confirmAddress(visitor, second, addHours(now, 1))).toBe(true);
    for (const use of ['recovery', 'contact'] satisfies EmailUse[])
      await askAgain(actor, use, tokenLetter, addHours(now, 2));
    expect(await mailTo(address)).toHaveLength(2);
  });

  it('counts wherever the account has the address, and in no other account', async () => {
    const { actor, address, token } = await waiting();
    const stranger = await newFiler(now);
    const shared = { ...contact, email: address.toUpperCase() };
    await db().update(profiles).set({ contact: shared }).where(eq(profiles.userId, stranger.userId));
    await db().insert(profiles).values({ userId: actor.userId, contact: shared, updatedAt: now });
    expect(await findUnconfirmed(actor, 'contact')).toBe(shared.email);
    await confirmAddress(visitor, token, now);
    expect(await contactVerifiedAt(actor.userId)).toEqual(now);
    expect(await contactVerifiedAt(stranger.userId)).toBeNull();
  });

  it('keeps the link from staff', () => {
    expect(isSecret('confirm-email')).toBe(true);
  });
});
