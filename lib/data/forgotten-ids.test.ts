import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import { mailOneKeyIds } from '@/lib/data/forgotten-ids';
import { users } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import { newEmail, now, register, verifyContact, visitor } from '@/lib/data/testing-accounts';
import { letter, mailTo } from '@/lib/data/testing-letters';

eachDatabase('forgotten IDs', () => {
  const ids = async (found: string[]) => letter(found.join());

  it('mails every ID of a verified address in one message, however its letters were typed', async () => {
    const email = newEmail();
    const first = await register({ email, oneKeyId: `a-${randomUUID()}` });
    const second = await register({ email: email.toUpperCase(), oneKeyId: `b-${randomUUID()}` });
    const third = await register({ oneKeyId: `c-${randomUUID()}` });
    await verifyContact(third.userId, email);
    await register({ email, isConfirmed: false });
    await mailOneKeyIds(visitor, ` ${email.toUpperCase()}`, ids, now);
    const sent = (await mailTo(email)).filter(({ kind }) => kind === 'one-key-ids');
    const owned = [first, second, third].map(({ oneKeyId }) => oneKeyId);
    expect(sent.map(({ text }) => text)).toEqual([owned.join()]);
  });

  it('mails no ID to an address that nobody has confirmed, nor that of a locked or closed account', async () => {
    const [unknown, pending, locked, closed] = [newEmail(), newEmail(), newEmail(), newEmail()];
    await register({ email: pending, isConfirmed: false });
    const one = await register({ email: locked });
    await db().update(users).set({ lockedAt: now }).where(eq(users.id, one.userId));
    const other = await register({ email: closed });
    await db().update(users).set({ closedAt: now }).where(eq(users.id, other.userId));
    for (const email of [unknown, pending, locked, closed]) {
      await mailOneKeyIds(visitor, email, ids, now);
      expect((await mailTo(email)).filter(({ kind }) => kind === 'one-key-ids')).toEqual([]);
    }
  });
});
