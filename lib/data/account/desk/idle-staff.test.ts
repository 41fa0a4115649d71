import { addDays } from 'date-fns';
import { eq, ne } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { lockIdleStaff, tellIdleStaff } from '@/lib/data/account/desk/idle-staff';
import { setLocked } from '@/lib/data/account/user-administration';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { startSession } from '@/lib/data/sign-in/sessions';
import type { Role } from '@/lib/domain/access/access';
import { UNUSED_ACCOUNT } from '@/lib/domain/account/idle';
import { newEmail, now, register, visitor } from '@/lib/testing/account/accounts';
import { letter, mailTo } from '@/lib/testing/account/letters';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const on = (days: number) => addDays(now, days);
const tell = (days: number) => tellIdleStaff(async (until) => letter(until.toISOString()), on(days));
const lock = (days: number) => lockIdleStaff(letter('locked'), on(days));

eachDatabase('unused accounts of staff', () => {
  beforeEach(async () => {
    // Whoever earlier tests left takes no part.
    await db().update(users).set({ closedAt: now }).where(ne(users.role, 'filer'));
  });
  const lockedAtOf = async (id: string) =>
    (await db().select().from(users).where(eq(users.id, id)))[0]?.lockedAt;

  async function newStaff(role: Role, email = newEmail()) {
    const { userId } = await register({ email, role });
    return { userId, email };
  }

  it('are told two weeks before, once, and locked after 90 days, with a message and a line', async () => {
    const { userId, email } = await newStaff('clerk');
    const session = await startSession(db(), visitor, userId, on(1));
    expect(await tell(76)).toBe(0);
    expect(await tell(77)).toBe(1);
    expect(await tell(80)).toBe(0);
    expect(await lock(90)).toBe(0);
    expect(await lock(91)).toBe(1);
    expect(await lock(92)).toBe(0);
    const [row] = await db().select().from(users).where(eq(users.id, userId));
    expect(row).toMatchObject({ lockedAt: on(91), lockedReason: UNUSED_ACCOUNT });
    const [ended] = await db().select().from(sessions).where(eq(sessions.id, session));
    expect(ended?.endReason).toBe('lock');
    const told = (await mailTo(email)).filter(({ kind }) => kind === 'account-changed');
    expect(told.map(({ text }) => text)).toEqual([on(91).toISOString(), 'locked']);
    const lines = await db().select().from(audit).where(eq(audit.subject, userId));
    expect(lines.map(({ action }) => action)).toContain('lock unused account');
  });

  it('stay open once they are used again, also after the message', async () => {
    const { userId } = await newStaff('registrar');
    expect(await tell(76)).toBe(1);
    await startSession(db(), visitor, userId, on(80));
    expect(await lock(95)).toBe(0);
    expect(await tell(155)).toBe(0);
    expect(await tell(156)).toBe(1);
    expect(await lock(170)).toBe(1);
  });

  it('are not used by a password without its second step', async () => {
    const { userId } = await newStaff('clerk');
    const session = await startSession(db(), visitor, userId, on(70));
    await db().update(sessions).set({ secondStepDue: true }).where(eq(sessions.id, session));
    expect(await tell(76)).toBe(1);
    expect(await lock(90)).toBe(1);
  });

  it('are always told two weeks before, even where the service was down for months', async () => {
    await newStaff('clerk');
    expect(await lock(200)).toBe(0);
    expect(await tell(200)).toBe(1);
    expect(await lock(213)).toBe(0);
    expect(await lock(214)).toBe(1);
  });

  it('count anew from when an administrator unlocks them or gives the role', async () => {
    const administrator = await newPerson('administrator');
    await db()
      .update(users)
      .set({ idleSince: on(300) })
      .where(eq(users.id, administrator.userId));
    const { userId } = await newStaff('clerk');
    await tell(76);
    await lock(90);
    const change = { locked: false, reason: 'back from leave', notice: letter('unlocked') };
    await setLocked(administrator, userId, change, on(100));
    expect(await lockedAtOf(userId)).toBeNull();
    expect(await tell(175)).toBe(0);
    expect(await tell(176)).toBe(1);
  });

  it('leave the last administrator who can sign in, and the one used last among several', async () => {
    const [first, last] = [await newStaff('administrator'), await newStaff('administrator')];
    await startSession(db(), visitor, last.userId, on(1));
    expect(await tell(77)).toBe(2);
    expect(await lock(100)).toBe(1);
    expect(await lockedAtOf(first.userId)).toEqual(on(100));
    expect(await lockedAtOf(last.userId)).toBeNull();
    expect(await lock(400)).toBe(0);
  });

  it('lock once where two servers do so at the same time', async () => {
    for (let n = 0; n < 2; n += 1) await newStaff('administrator');
    await tell(76);
    const locked = await Promise.all([lock(90), lock(90)]);
    expect(locked.reduce((sum, one) => sum + one)).toBe(1);
  });

  it('are none of filers', async () => {
    await newStaff('filer');
    expect(await tell(400)).toBe(0);
  });
});
