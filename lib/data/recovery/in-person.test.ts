import { addHours, addMinutes } from 'date-fns';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { ConfirmationNeeded, NotFound, Refused } from '@/lib/data/access/errors';
import { choosePassword } from '@/lib/data/account/passwords';
import { signIn } from '@/lib/data/account/sign-in';
import { getUser } from '@/lib/data/account/user-administration';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { authenticators, inPersonRecoveries, passkeys, recoveryCodes } from '@/lib/data/db/schema/sign-in';
import {
  beginInPerson,
  confirmInPerson,
  countInPersonFor,
  endInPerson,
  findInPersonOf,
  getInPerson,
  isInPersonOpen,
  listInPerson,
  mayBeLetIn,
} from '@/lib/data/recovery/in-person';
import { redeemInPersonCode } from '@/lib/data/recovery/in-person-codes';
import { hasSecondStep } from '@/lib/data/sign-in/second-steps';
import { roles, type UserActor } from '@/lib/domain/access/access';
import { newEmail, now, register, visitor } from '@/lib/testing/account/accounts';
import { letter, mailTo } from '@/lib/testing/account/letters';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { later } from '@/lib/testing/sign-in/second-steps';

const nextPassword = 'eleven quiet lamps again';

eachDatabase('recovery in person', () => {
  let administrator: UserActor;
  let registrar: UserActor;
  beforeEach(async () => {
    administrator = await newPerson('administrator');
    registrar = await newPerson('registrar');
    await db().update(inPersonRecoveries).set({ state: 'ended' });
  });
  const begin = (user: string, { lostSteps = false, at = now, by = administrator } = {}) =>
    beginInPerson(by, { user, identity: 'passport seen', lostSteps }, at);
  const idOf = async (userId: string, at = now) =>
    (await findInPersonOf(administrator, userId, at))?.id ?? '';
  const confirm = async (userId: string, { by = registrar, at = now } = {}) =>
    confirmInPerson(by, await idOf(userId, at), letter('a code was given'), at, 'required');
  const redeem = (oneKeyId: string, firstHalf: string, secondHalf: string, at = now) =>
    redeemInPersonCode(visitor, { oneKeyId, firstHalf, secondHalf }, at);
  async function both(userId: string) {
    const first = await begin(userId);
    return { first, second: await confirm(userId) };
  }

  it('leads to a new password once, however it is typed, told to the owner and recorded of both', async () => {
    const email = newEmail();
    const { oneKeyId, userId } = await register({ email });
    const { first, second } = await both(userId);
    for (const half of [first, second]) expect(half).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const typed = ` ${first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
    const token = (await redeem(oneKeyId.toUpperCase(), typed, second)) ?? '';
    expect(await redeem(oneKeyId, first, second)).toBeNull();
    expect(await choosePassword(visitor, token, nextPassword, letter('changed'), now)).toBe(true);
    expect(await signIn(visitor, oneKeyId, nextPassword, now)).toMatchObject({ userId });
    expect((await mailTo(email)).map(({ text }) => text)).toContain('a code was given');
    const lines = await db().select().from(audit).where(eq(audit.subject, userId)).orderBy(audit.entry);
    expect(lines.filter(({ action }) => action.includes('in-person'))).toMatchObject([
      {
        action: 'begin in-person recovery',
        userId: administrator.userId,
        details: { reason: 'passport seen' },
      },
      { action: 'confirm in-person recovery', userId: registrar.userId },
      { action: 'use in-person code', userId: null, outcome: 'done' },
      { action: 'use in-person code', userId: null, outcome: 'refused' },
    ]);
    const stored = JSON.stringify([lines, await db().select().from(inPersonRecoveries)]);
    for (const half of [first, second, first.replace('-', ''), second.replace('-', '')])
      expect(stored).not.toContain(half);
  });

  it('lets staff in who lost every factor, and asks for no second step that is gone', async () => {
    const { oneKeyId, userId } = await register({ role: 'clerk' });
    await db().insert(authenticators).values({ userId, secret: 's', confirmedAt: now });
    await db()
      .insert(passkeys)
      .values({ userId, credentialId: userId, publicKey: 'k', counter: 0, transports: [], name: 'n' });
    await db().insert(recoveryCodes).values({ userId, codeHash: 'h' });
    const first = await begin(userId, { lostSteps: true });
    const token = (await redeem(oneKeyId, first, await confirm(userId))) ?? '';
    expect(await hasSecondStep(db(), userId)).toBe(true);
    expect(await choosePassword(visitor, token, nextPassword, letter('changed'), now)).toBe(true);
    for (const steps of [authenticators, passkeys, recoveryCodes])
      expect(await db().$count(steps, eq(steps.userId, userId))).toBe(0);
    const lines = await db().select().from(audit).where(eq(audit.subject, userId));
    expect(lines.map(({ action }) => action)).toContain('reset second steps');
  });

  it('passes by no second step where the person kept it', async () => {
    const { oneKeyId, userId } = await register({ role: 'clerk' });
    await db().insert(authenticators).values({ userId, secret: 's', confirmedAt: now });
    const { first, second } = await both(userId);
    const token = (await redeem(oneKeyId, first, second)) ?? '';
    expect(await choosePassword(visitor, token, nextPassword, letter('changed'), now)).toBe(true);
    expect(await hasSecondStep(db(), userId)).toBe(true);
  });

  it('takes both halves, with the ID that they were given for', async () => {
    const [one, other] = [await register({}), await register({})];
    const { first, second } = await both(one.userId);
    expect(await redeem(one.oneKeyId, second, first)).toBeNull();
    expect(await redeem(other.oneKeyId, first, second)).toBeNull();
    expect(await redeem('nobody-at-all', first, second)).toBeNull();
    expect(await redeem(one.oneKeyId, '', '')).toBeNull();
    const half = await begin(other.userId);
    expect(await redeem(other.oneKeyId, half, '')).toBeNull();
    expect(await redeem(one.oneKeyId, first, second)).not.toBeNull();
  });

  it('is void after five tries of whoever knows one half; a stranger takes nothing from the owner', async () => {
    const { oneKeyId, userId } = await register({});
    const { first, second } = await both(userId);
    for (let n = 0; n < 8; n += 1) expect(await redeem(oneKeyId, 'AAAA-AAAA', 'BBBB-BBBB')).toBeNull();
    for (let n = 0; n < 4; n += 1) expect(await redeem(oneKeyId, first, `BBBB-BBB${n}`)).toBeNull();
    expect(await findInPersonOf(administrator, userId, now)).toMatchObject({ attemptsLeft: 1 });
    expect(await redeem(oneKeyId, 'AAAA-AAAA', second)).toBeNull();
    expect(await redeem(oneKeyId, first, second)).toBeNull();
    expect(await findInPersonOf(administrator, userId, now)).toBeNull();
  });

  it('is good for 24 hours, until another is begun or it is ended', async () => {
    const { oneKeyId, userId } = await register({});
    const { first, second } = await both(userId);
    expect(await redeem(oneKeyId, first, second, addHours(now, 24))).toBeNull();
    expect(await redeem(oneKeyId, first, second, addMinutes(now, 24 * 60 - 1))).not.toBeNull();
    const earlier = await both(userId);
    const replacing = await begin(userId);
    expect(await redeem(oneKeyId, earlier.first, earlier.second)).toBeNull();
    const id = await idOf(userId);
    const last = await confirm(userId);
    await endInPerson(registrar, id, now);
    expect(await redeem(oneKeyId, replacing, last)).toBeNull();
    expect(isInPersonOpen(await getInPerson(registrar, id), now)).toBe(false);
    await expect(endInPerson(registrar, id, now)).rejects.toThrow(new Refused('inPersonOver'));
    await expect(confirmInPerson(registrar, id, letter(''), now)).rejects.toThrow(
      new Refused('inPersonOver'),
    );
  });

  it('takes two people; where one alone runs the office, ten minutes between the halves', async () => {
    const { userId } = await register({});
    await begin(userId);
    const id = await idOf(userId);
    const alone = (second: 'required' | 'wait', at: Date) =>
      confirmInPerson(administrator, id, letter(''), at, second);
    await expect(alone('required', addHours(now, 1))).rejects.toThrow(new Refused('ownInPerson'));
    await expect(alone('wait', addMinutes(now, 9))).rejects.toThrow(new Refused('inPersonNotDue'));
    expect(await alone('wait', addMinutes(now, 10))).toMatch(/-/);
  });

  it('gives the second half once, whoever asks at the same time', async () => {
    const { userId } = await register({});
    await begin(userId);
    const others = await Promise.all([newPerson('registrar'), newPerson('administrator')]);
    const results = await Promise.allSettled(others.map((by) => confirm(userId, { by })));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(confirm(userId)).rejects.toThrow(new Refused('inPersonConfirmed'));
  });

  it('is begun by administrators and confirmed by registrars, who gave a factor lately, never for themselves', async () => {
    const { userId } = await register({});
    for (const role of roles.filter((one) => one !== 'administrator'))
      await expect(begin(userId, { by: await newPerson(role) })).rejects.toThrow(NotFound);
    const stale = <A extends UserActor>(actor: A) => ({ ...actor, confirmedAt: later(now, -601) });
    await expect(begin(userId, { by: stale(administrator) })).rejects.toThrow(ConfirmationNeeded);
    await expect(begin(administrator.userId)).rejects.toThrow(new Refused('ownAccount'));
    await begin(userId);
    const id = await idOf(userId);
    for (const role of ['filer', 'clerk'] as const) {
      const other = await newPerson(role);
      await expect(confirm(userId, { by: other })).rejects.toThrow(NotFound);
      await expect(endInPerson(other, id, now)).rejects.toThrow(NotFound);
      await expect(listInPerson(other, now)).rejects.toThrow(NotFound);
      await expect(getInPerson(other, id)).rejects.toThrow(NotFound);
      expect(await countInPersonFor(other, now)).toBe(0);
    }
    await expect(confirm(userId, { by: stale(registrar) })).rejects.toThrow(ConfirmationNeeded);
    await begin(registrar.userId);
    await expect(confirm(registrar.userId)).rejects.toThrow(new Refused('ownAccount'));
  });

  it('is listed while it is open, and counted for others until it is confirmed', async () => {
    const { oneKeyId, userId } = await register({});
    await begin(userId);
    expect(await listInPerson(registrar, now)).toMatchObject([{ oneKeyId, state: 'begun' }]);
    expect(await countInPersonFor(registrar, now)).toBe(1);
    expect(await countInPersonFor(administrator, now)).toBe(0);
    await confirm(userId);
    expect(await countInPersonFor(registrar, now)).toBe(0);
    expect(await listInPerson(registrar, addHours(now, 24))).toEqual([]);
  });

  it('lets nobody into an account that is locked or closed', async () => {
    const [locked, closed] = [await register({}), await register({})];
    const given = [await both(locked.userId), await both(closed.userId)];
    await db().update(users).set({ lockedAt: now }).where(eq(users.id, locked.userId));
    await db().update(users).set({ closedAt: now }).where(eq(users.id, closed.userId));
    for (const [at, { oneKeyId, userId }] of [locked, closed].entries()) {
      expect(mayBeLetIn(await getUser(administrator, userId))).toBe(false);
      await expect(begin(userId)).rejects.toThrow(NotFound);
      expect(await redeem(oneKeyId, given[at]?.first ?? '', given[at]?.second ?? '')).toBeNull();
    }
  });
});
