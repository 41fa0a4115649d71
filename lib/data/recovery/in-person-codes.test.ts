import { addMinutes } from 'date-fns';
import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { ConfirmationNeeded, NotFound, Refused } from '@/lib/data/access/errors';
import { choosePassword } from '@/lib/data/account/passwords';
import { signIn } from '@/lib/data/account/sign-in';
import { getUser } from '@/lib/data/account/user-administration';
import { db } from '@/lib/data/db/db';
import { oneTimeTokens, users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { giveInPersonCode, mayBeLetIn, redeemInPersonCode } from '@/lib/data/recovery/in-person-codes';
import { roles, type UserActor } from '@/lib/domain/access/access';
import { newEmail, now, register, visitor } from '@/lib/testing/account/accounts';
import { letter, mailTo } from '@/lib/testing/account/letters';
import { newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { later } from '@/lib/testing/sign-in/second-steps';

onDatabase('a code given in person', () => {
  let administrator: UserActor;
  beforeEach(async () => {
    administrator = await newPerson('administrator');
  });
  const give = (userId: string, at = now) =>
    giveInPersonCode(administrator, userId, letter('a code was given'), at);

  it('leads to a new password once, however it is typed, and is told to the owner and the audit log', async () => {
    const email = newEmail();
    const { oneKeyId, userId } = await register({ email });
    const code = await give(userId);
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
    const token = (await redeemInPersonCode(visitor, typed, now)) ?? '';
    expect(await redeemInPersonCode(visitor, code, now)).toBeNull();
    const next = 'eleven quiet lamps again';
    expect(await choosePassword(visitor, token, next, letter('changed'), now)).toBe(true);
    expect(await signIn(visitor, oneKeyId, next, now)).toMatchObject({ userId });
    expect((await mailTo(email)).map(({ text }) => text)).toContain('a code was given');
    const lines = await db().select().from(audit).where(eq(audit.subject, userId)).orderBy(audit.entry);
    const told = lines.filter(({ action }) => action.endsWith('in-person code'));
    expect(told).toMatchObject([
      { action: 'give in-person code', userId: administrator.userId, outcome: 'done' },
      { action: 'use in-person code', userId: null, outcome: 'done' },
    ]);
    expect(JSON.stringify(lines)).not.toContain(code);
  });

  it('is kept as a hash alone, and works for an hour, until another is given', async () => {
    const { userId } = await register({});
    const first = await give(userId);
    const rows = await db()
      .select()
      .from(oneTimeTokens)
      .where(and(eq(oneTimeTokens.userId, userId), eq(oneTimeTokens.purpose, 'in-person-code')));
    expect(rows).toHaveLength(1);
    for (const part of [first, first.replaceAll('-', '')]) expect(JSON.stringify(rows)).not.toContain(part);
    const second = await give(userId);
    expect(await redeemInPersonCode(visitor, first, now)).toBeNull();
    expect(await redeemInPersonCode(visitor, second, addMinutes(now, 60))).toBeNull();
    expect(await redeemInPersonCode(visitor, second, addMinutes(now, 59))).not.toBeNull();
    expect(await redeemInPersonCode(visitor, '', now)).toBeNull();
  });

  it('is given by administrators alone, who gave a factor lately, and never for themselves', async () => {
    const { userId } = await register({});
    for (const role of roles.filter((one) => one !== 'administrator')) {
      const other = await newPerson(role);
      await expect(giveInPersonCode(other, userId, letter(''), now)).rejects.toThrow(NotFound);
    }
    await expect(giveInPersonCode(visitor, userId, letter(''), now)).rejects.toThrow(NotFound);
    const stale = { ...administrator, confirmedAt: later(now, -601) };
    await expect(giveInPersonCode(stale, userId, letter(''), now)).rejects.toThrow(ConfirmationNeeded);
    await expect(give(administrator.userId)).rejects.toThrow(new Refused('ownAccount'));
  });

  it('lets nobody into an account of staff, nor into one that is locked or closed', async () => {
    const clerk = await register({ role: 'clerk' });
    const [locked, closed] = [await register({}), await register({})];
    const codes = [await give(locked.userId), await give(closed.userId)];
    await db().update(users).set({ lockedAt: now }).where(eq(users.id, locked.userId));
    await db().update(users).set({ closedAt: now }).where(eq(users.id, closed.userId));
    for (const { userId } of [clerk, locked, closed]) {
      expect(mayBeLetIn(await getUser(administrator, userId))).toBe(false);
      await expect(give(userId)).rejects.toThrow(NotFound);
    }
    for (const code of codes) expect(await redeemInPersonCode(visitor, code, now)).toBeNull();
    expect(mayBeLetIn(await getUser(administrator, (await register({})).userId))).toBe(true);
  });
});
