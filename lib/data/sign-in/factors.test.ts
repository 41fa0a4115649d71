import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { MustWait } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { outbox } from '@/lib/data/db/schema/mail';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { newToken } from '@/lib/data/secrets/secrets';
import { confirmIdentity, type Factor, giveSecondStep } from '@/lib/data/sign-in/factors';
import { askForPasskey } from '@/lib/data/sign-in/passkeys';
import { findSession } from '@/lib/data/sign-in/sessions';
import { stoppedClock } from '@/lib/testing/db/clock';
import { onDatabase } from '@/lib/testing/db/databases';
import {
  codeAt,
  endReasonOf,
  later,
  newOwner,
  notice,
  pendingSession,
  withAuthenticator,
  withPasskey,
} from '@/lib/testing/sign-in/second-steps';

const visitor = { kind: 'anonymous', ip: '192.0.2.7', device: 'Firefox, Windows' } as const;
const now = new Date('2026-11-24T15:00:00Z');
const read = (sessionId: string, at: Date) =>
  findSession(sessionId, { now: at, idleMs: 15 * 60_000, touch: true });
const code = (text: string) => ({ kind: 'code', code: text }) as const;
const sessionOf = (given: unknown) => (given as { sessionId: string }).sessionId;

onDatabase('the second step', () => {
  const pass = stoppedClock(now);

  it('is asked of an account that has one: until then its session opens nothing', async () => {
    const { actor } = await withAuthenticator(await newOwner(now), now);
    const { sessionId } = await pendingSession(actor.userId, now);
    const found = await read(sessionId, now);
    expect(found).toEqual({
      state: 'second-step',
      pending: { userId: actor.userId, sessionId },
      role: 'filer',
    });
    const without = await newOwner(now);
    expect(await read(without.sessionId, now)).toMatchObject({ state: 'open' });
  });

  it('opens the session under a new id, whose twelve hours go on, and ends the old one', async () => {
    const { actor, secret } = await withAuthenticator(await newOwner(now), now);
    const pending = await pendingSession(actor.userId, later(now, 60));
    await db()
      .update(sessions)
      .set({ device: 'Phone', ip: '192.0.2.9' })
      .where(eq(sessions.id, pending.sessionId));
    const at = later(now, 90);
    const given = await giveSecondStep(visitor, pending, code(codeAt(secret, at)), at);
    expect(sessionOf(given)).not.toBe(pending.sessionId);
    expect(await endReasonOf(pending.sessionId)).toBe('renewed');
    expect(await read(pending.sessionId, at)).toEqual({ state: 'none' });
    const found = await read(sessionOf(given), at);
    expect(found).toMatchObject({ state: 'open', actor: { userId: actor.userId, confirmedAt: at } });
    const [row] = await db()
      .select()
      .from(sessions)
      .where(eq(sessions.id, sessionOf(given)));
    expect(row).toMatchObject({ createdAt: later(now, 60), device: 'Phone', ip: '192.0.2.9' });
    const done = and(eq(audit.subject, actor.userId), eq(audit.action, 'give second step'));
    expect(await db().select().from(audit).where(done)).toMatchObject([
      { outcome: 'done', ip: visitor.ip, details: { by: 'code' } },
    ]);
  });

  it('takes a code of the step before and after, and no further', async () => {
    const { actor, secret } = await withAuthenticator(await newOwner(now), now);
    const at = later(now, 3600);
    for (const seconds of [-90, -60, 60, 90]) {
      const pending = await pendingSession(actor.userId, at);
      const tried = giveSecondStep(visitor, pending, code(codeAt(secret, later(at, seconds))), at);
      expect(await tried, `${seconds} s`).toBe('wrong');
    }
    for (const seconds of [-30, 0, 30]) {
      const pending = await pendingSession(actor.userId, later(at, 1));
      const tried = giveSecondStep(visitor, pending, code(codeAt(secret, later(at, seconds))), at);
      expect(sessionOf(await tried), `${seconds} s`).toBeTruthy();
    }
  });

  it('takes a code once, also of two that come together, and none from before it', async () => {
    const { actor, secret } = await withAuthenticator(await newOwner(now), now);
    const at = later(now, 60);
    const two = [await pendingSession(actor.userId, at), await pendingSession(actor.userId, at)];
    const answers = await Promise.all(
      two.map((pending) => giveSecondStep(visitor, pending, code(codeAt(secret, at)), at)),
    );
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(1);
    const third = await pendingSession(actor.userId, at);
    const earlier = code(codeAt(secret, later(at, -30)));
    expect(await giveSecondStep(visitor, third, earlier, at)).toBe('wrong');
  });

  it('does not take the code by which the app was set up', async () => {
    const { actor, secret } = await withAuthenticator(await newOwner(now), now);
    const pending = await pendingSession(actor.userId, now);
    expect(await giveSecondStep(visitor, pending, code(codeAt(secret, now)), now)).toBe('wrong');
  });

  it('ends the session at the fifth wrong code, and then the right one is nothing to it', async () => {
    const { actor, secret } = await withAuthenticator(await newOwner(now), now);
    const at = later(now, 60);
    const pending = await pendingSession(actor.userId, at);
    for (let n = 1; n <= 4; n += 1) {
      expect(await giveSecondStep(visitor, pending, code('000000'), at)).toBe('wrong');
    }
    expect(await giveSecondStep(visitor, pending, code('000000'), at)).toBe('over');
    expect(await endReasonOf(pending.sessionId)).toBe('second-step');
    pass(31);
    expect(await giveSecondStep(visitor, pending, code(codeAt(secret, at)), at)).toBe('over');
    expect(await read(pending.sessionId, at)).toEqual({ state: 'none' });
  });

  it('waits after five wrong codes, whatever sessions they came in, but not for a passkey or a recovery code', async () => {
    const first = await withAuthenticator(await newOwner(now), now);
    const { actor, device } = await withPasskey(first.actor, now);
    const wrong = async () =>
      giveSecondStep(visitor, await pendingSession(actor.userId, now), code('000000'), now);
    for (let n = 0; n < 5; n += 1) expect(await wrong()).toBe('wrong');
    const right = code(codeAt(first.secret, later(now, 30)));
    const give = async (factor: Factor) =>
      giveSecondStep(visitor, await pendingSession(actor.userId, now), factor, later(now, 30));
    await expect(give(right)).rejects.toThrow(new MustWait(30, 'tooManyCodes'));
    const { challenge } = await askForPasskey(actor.userId, now);
    const passkey = { challenge, response: device.get(challenge) };
    expect(sessionOf(await give({ kind: 'passkey', answer: passkey }))).toBeTruthy();
    const onPaper = { kind: 'recovery-code', code: first.codes[0] ?? '', notice } as const;
    expect(sessionOf(await give(onPaper))).toBeTruthy();
    pass(31);
    expect(sessionOf(await give(right))).toBeTruthy();
  });

  it('makes no known browser wait for the codes of those who have only the password', async () => {
    const { actor, secret } = await withAuthenticator(await newOwner(now), now);
    const enter = async (at: Date, typed: string, device?: string) =>
      giveSecondStep(visitor, await pendingSession(actor.userId, at), code(typed), at, device);
    const first = await enter(later(now, 60), codeAt(secret, later(now, 60)));
    const known = (first as { deviceToken: string }).deviceToken;
    for (let n = 0; n < 5; n += 1) expect(await enter(now, '000000')).toBe('wrong');
    const [at, again] = [later(now, 120), later(now, 180)];
    await expect(enter(at, codeAt(secret, at), newToken())).rejects.toThrow(MustWait);
    expect(await enter(at, codeAt(secret, at), known)).toMatchObject({ deviceToken: known });
    for (let n = 0; n < 5; n += 1) expect(await enter(at, '000000', known)).toBe('wrong');
    await expect(enter(again, codeAt(secret, again), known)).rejects.toThrow(MustWait);
  });

  it('ends a session for its own wrong codes alone', async () => {
    const { actor, secret } = await withAuthenticator(await newOwner(now), now);
    const at = later(now, 60);
    const [mine, other] = [await pendingSession(actor.userId, at), await pendingSession(actor.userId, at)];
    for (let n = 0; n < 5; n += 1) await giveSecondStep(visitor, other, code('000000'), at);
    expect(await endReasonOf(other.sessionId)).toBe('second-step');
    pass(31);
    expect(sessionOf(await giveSecondStep(visitor, mine, code(codeAt(secret, at)), at))).toBeTruthy();
  });

  it('takes each recovery code once, however it is typed, and tells the owner', async () => {
    const { actor, codes } = await withAuthenticator(await newOwner(now), now);
    expect(new Set(codes).size).toBe(10);
    const factor = (typed: string) => ({ kind: 'recovery-code', code: typed, notice }) as const;
    const typed = (codes[0] ?? '')
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    const two = [await pendingSession(actor.userId, now), await pendingSession(actor.userId, now)];
    const answers = await Promise.all(
      two.map((pending) => giveSecondStep(visitor, pending, factor(typed), now)),
    );
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(1);
    const pending = await pendingSession(actor.userId, now);
    expect(sessionOf(await giveSecondStep(visitor, pending, factor(codes[1] ?? ''), now))).toBeTruthy();
    const mails = await db()
      .select()
      .from(outbox)
      .where(eq(outbox.recipient, `${actor.userId}@example.org`));
    expect(mails.map(({ kind }) => kind)).toEqual(Array(3).fill('account-changed'));
  });

  it('is not given by the code or the recovery code of another account', async () => {
    const one = await withAuthenticator(await newOwner(now), now);
    const other = await withAuthenticator(await newOwner(now), now);
    const at = later(now, 60);
    const pending = await pendingSession(one.actor.userId, at);
    expect(await giveSecondStep(visitor, pending, code(codeAt(other.secret, at)), at)).toBe('wrong');
    const foreign = { kind: 'recovery-code', code: other.codes[0] ?? '', notice } as const;
    expect(await giveSecondStep(visitor, pending, foreign, at)).toBe('wrong');
  });

  it('given again waits in the session where codes were wrong, and in no other', async () => {
    const owner = await withAuthenticator(await newOwner(now), now);
    const thief = { ...owner.actor, sessionId: (await pendingSession(owner.actor.userId, now)).sessionId };
    const at = later(now, 3600);
    const right = code(codeAt(owner.secret, at));
    for (let n = 0; n < 5; n += 1) expect(await confirmIdentity(thief, code('000000'), at)).toBe('wrong');
    await expect(confirmIdentity(thief, right, at)).rejects.toThrow(new MustWait(30, 'tooManyCodes'));
    expect(sessionOf(await confirmIdentity(owner.actor, right, at))).toBeTruthy();
  });

  it('is given again before a sensitive act: the session goes on under a new id', async () => {
    const { actor, secret } = await withAuthenticator(await newOwner(now), now);
    const at = later(now, 3600);
    expect(await confirmIdentity(actor, code('000000'), at)).toBe('wrong');
    const given = await confirmIdentity(actor, code(codeAt(secret, at)), at);
    expect(await endReasonOf(actor.sessionId)).toBe('renewed');
    expect(await read(sessionOf(given), at)).toMatchObject({ state: 'open', actor: { confirmedAt: at } });
    expect(await confirmIdentity(actor, code(codeAt(secret, later(at, 30))), at)).toBe('over');
  });
});
