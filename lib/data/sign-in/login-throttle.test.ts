import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { MustWait, Refused } from '@/lib/data/access/errors';
import { database, db, setDatabase } from '@/lib/data/db/db';
import { rateLimits } from '@/lib/data/db/schema/sign-in';
import { sweepCounts } from '@/lib/data/secrets/limiter';
import {
  clearThrottles,
  giveBackAttempt,
  ownersThrottle,
  slowThrottle,
  type Throttle,
  takeAttempt,
} from '@/lib/data/sign-in/login-throttle';
import { stoppedClock } from '@/lib/testing/db/clock';
import { eachDatabase } from '@/lib/testing/db/databases';

const start = new Date('2026-11-24T15:00:00Z');

const newThrottle = () => ownersThrottle('password', randomUUID(), 'browser');
const newSlow = () => slowThrottle('password', randomUUID(), '192.0.2.7');

/** The seconds before the next attempt is allowed; 0 if it was let through. */
const waitOf = (throttle: Throttle): Promise<number> =>
  takeAttempt(throttle).then(
    () => 0,
    (error) => {
      if (error instanceof MustWait) return error.seconds;
      throw error;
    },
  );

async function times(count: number, run: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n += 1) await run();
}

eachDatabase('attempts', () => {
  const pass = stoppedClock(start);

  it('are free at first, then wait longer each time, and the wait ends', async () => {
    const throttle = newThrottle();
    await times(5, () => takeAttempt(throttle));
    for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
      expect(await waitOf(throttle)).toBeCloseTo(seconds, 1);
      pass(seconds - 1);
      expect(await waitOf(throttle)).toBeCloseTo(1, 1);
      pass(1.01);
      expect(await waitOf(throttle)).toBe(0);
    }
  });

  it('that came while a wait lasted do not make it longer', async () => {
    const throttle = newThrottle();
    await times(5, () => takeAttempt(throttle));
    await times(20, () => waitOf(throttle));
    pass(30.01);
    expect(await waitOf(throttle)).toBe(0);
    expect(await waitOf(throttle)).toBeCloseTo(60, 1);
  });

  it('at one throttle make no other wait', async () => {
    const [id, throttle] = [randomUUID(), newThrottle()];
    await times(6, () => waitOf(throttle));
    const others = [
      newThrottle(),
      ownersThrottle('code', id, 'browser'),
      ownersThrottle('password', id, 'browser'),
      slowThrottle('password', id, 'browser'),
    ];
    for (const other of others) expect(await waitOf(other)).toBe(0);
  });

  it('at once are no more than one after the other', async () => {
    const throttle = newThrottle();
    const waits = await Promise.all(Array.from({ length: 50 }, () => waitOf(throttle)));
    expect(waits.filter((seconds) => seconds === 0).length).toBeLessThanOrEqual(5);
    expect(await waitOf(throttle)).toBeGreaterThan(0);
    expect(await waitOf(throttle)).toBeLessThanOrEqual(900);
  });

  it('begin anew once the secret was given', async () => {
    const throttle = newThrottle();
    await times(6, () => waitOf(throttle));
    await clearThrottles(db(), [throttle]);
    await times(5, async () => expect(await waitOf(throttle)).toBe(0));
    expect(await waitOf(throttle)).toBeCloseTo(30, 1);
  });

  it('given back are as if they had not been', async () => {
    const throttle = newThrottle();
    await times(4, () => takeAttempt(throttle));
    await times(3, async () => {
      await takeAttempt(throttle);
      await giveBackAttempt(throttle);
    });
    expect(await waitOf(throttle)).toBe(0);
    expect(await waitOf(throttle)).toBeCloseTo(30, 1);
  });

  it('end after a hundred failures in a row, until the secret is another', async () => {
    const throttle = newThrottle();
    let taken = 0;
    for (let n = 0; n < 120; n += 1) {
      const waited = await waitOf(throttle).catch((error) => error);
      if (waited === 0) taken += 1;
      pass(901);
    }
    expect(taken).toBe(100);
    await expect(takeAttempt(throttle)).rejects.toThrow(new Refused('tooManyFailures'));
    await clearThrottles(db(), [throttle]);
    expect(await waitOf(throttle)).toBe(0);
  });

  it('elsewhere wait up to half a day, and never end', async () => {
    const throttle = newSlow();
    let [taken, seconds] = [0, 0];
    while (taken < 120) {
      const waited = await waitOf(throttle);
      expect(waited).toBeLessThanOrEqual(12 * 3600);
      if (waited === 0) taken += 1;
      pass(waited + 0.01);
      seconds += waited;
    }
    expect(seconds).toBeGreaterThan(50 * 86_400);
  });

  it('are counted together by servers that share the database', async () => {
    const throttle = newThrottle();
    const here = database();
    const there = { ...here, db: Object.create(here.db) };
    try {
      for (const server of [here, there, here, there, here]) {
        setDatabase(server);
        expect(await waitOf(throttle)).toBe(0);
      }
      for (const server of [here, there]) {
        setDatabase(server);
        expect(await waitOf(throttle)).toBeCloseTo(30, 1);
      }
    } finally {
      setDatabase(here);
    }
  });

  it('name nobody in the table, and leave it once they are over', async () => {
    await takeAttempt(ownersThrottle('password', 'zoe.tremblay', 'browser'));
    const rows = await db().select().from(rateLimits);
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(failures|wait):[\w-]{43}$/);
    await sweepCounts(new Date(start.getTime() + 400 * 86_400_000));
    expect(await db().$count(rateLimits)).toBe(0);
  });
});
