import { randomUUID } from 'node:crypto';
import { addMinutes } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { mailOneKeyIds } from '@/lib/data/account/recoverable-accounts';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { newEmail, now, register, verifyContact, visitor } from '@/lib/testing/account/accounts';
import { letter, mailTo } from '@/lib/testing/account/letters';
import { onDatabase } from '@/lib/testing/db/databases';

onDatabase('forgotten IDs', () => {
  const ids = async (found: string[]) => letter(found.join());

  it('mails every ID whose e-mail address for recovery this is in one message, however its letters were typed', async () => {
    const email = newEmail();
    const first = await register({ email, oneKeyId: `a-${randomUUID()}` });
    const second = await register({ email: email.toUpperCase(), oneKeyId: `b-${randomUUID()}` });
    const third = await register({ oneKeyId: `c-${randomUUID()}` });
    await verifyContact(third.userId, email);
    await register({ email, isConfirmed: false });
    await mailOneKeyIds(visitor, ` ${email.toUpperCase()}`, ids, now);
    const sent = (await mailTo(email)).filter(({ kind }) => kind === 'one-key-ids');
    const owned = [first, second].map(({ oneKeyId }) => oneKeyId);
    expect(sent.map(({ text }) => text)).toEqual([owned.join()]);
  });

  it('mails them once in five minutes, however often they are asked for', async () => {
    const email = newEmail();
    await register({ email });
    const sent = async () => (await mailTo(email)).filter(({ kind }) => kind === 'one-key-ids').length;
    for (const minute of [0, 1, 4]) await mailOneKeyIds(visitor, email, ids, addMinutes(now, minute));
    expect(await sent()).toBe(1);
    await mailOneKeyIds(visitor, email, ids, addMinutes(now, 5));
    expect(await sent()).toBe(2);
  });

  it.each([
    ['bücher.example', 'BÜCHER.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'bücher.example'],
  ])('mails the ID of an address at %s to who asks for it at %s', async (domain, asked) => {
    const name = randomUUID();
    const { oneKeyId } = await register({ email: `${name}@${domain}` });
    await mailOneKeyIds(visitor, `${name.toUpperCase()}@${asked}`, ids, now);
    const sent = (await mailTo(`${name}@${domain}`)).filter(({ kind }) => kind === 'one-key-ids');
    expect(sent.map(({ text }) => text)).toEqual([oneKeyId]);
  });

  it('mails no ID to an e-mail address that nobody has confirmed, nor that of a locked or closed account', async () => {
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
