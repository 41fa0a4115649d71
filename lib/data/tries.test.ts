import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { database, db, setDatabase } from '@/lib/data/db';
import { MustWait, Refused } from '@/lib/data/errors';
import { sweepCounts } from '@/lib/data/limiter';
import { rateLimits } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import { heldClock } from '@/lib/data/testing-clock';
import { forgetTries, giveBackTry, type Lane, laneOf, takeTry } from '@/lib/data/tries';

const start = new Date('2026-11-24T15:00:00Z');

const newLane = () => laneOf('password', randomUUID());

/** The seconds that the next try has to wait; 0 when it was taken. */
const tryIn = (lane: Lane): Promise<number> =>
  takeTry(lane).then(
    () => 0,
    (error) => {
      if (error instanceof MustWait) return error.seconds;
      throw error;
    },
  );

async function times(count: number, run: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n += 1) await run();
}

eachDatabase('tries', () => {
  const pass = heldClock(start);

  it('are free at first, then wait longer each time, and the wait ends', async () => {
    const lane = newLane();
    await times(5, () => takeTry(lane));
    for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
      expect(await tryIn(lane)).toBeCloseTo(seconds, 1);
      pass(seconds - 1);
      expect(await tryIn(lane)).toBeCloseTo(1, 1);
      pass(1.01);
      expect(await tryIn(lane)).toBe(0);
    }
  });

  it('that came while a wait lasted do not make it longer', async () => {
    const lane = newLane();
    await times(5, () => takeTry(lane));
    await times(20, () => tryIn(lane));
    pass(30.01);
    expect(await tryIn(lane)).toBe(0);
    expect(await tryIn(lane)).toBeCloseTo(60, 1);
  });

  it('of one lane make no other wait', async () => {
    const [id, lane] = [randomUUID(), newLane()];
    await times(6, () => tryIn(lane));
    const others = [newLane(), laneOf('code', id), laneOf('password', id), laneOf('password', id, 'browser')];
    for (const other of others) expect(await tryIn(other)).toBe(0);
  });

  it('at once are no more than one after the other', async () => {
    const lane = newLane();
    const waits = await Promise.all(Array.from({ length: 50 }, () => tryIn(lane)));
    expect(waits.filter((seconds) => seconds === 0).length).toBeLessThanOrEqual(5);
    expect(await tryIn(lane)).toBeGreaterThan(0);
    expect(await tryIn(lane)).toBeLessThanOrEqual(900);
  });

  it('begin anew once the secret was given', async () => {
    const lane = newLane();
    await times(6, () => tryIn(lane));
    await forgetTries(db(), [lane]);
    await times(5, async () => expect(await tryIn(lane)).toBe(0));
    expect(await tryIn(lane)).toBeCloseTo(30, 1);
  });

  it('given back are as if they had not been', async () => {
    const lane = newLane();
    await times(4, () => takeTry(lane));
    await times(3, async () => {
      await takeTry(lane);
      await giveBackTry(lane);
    });
    expect(await tryIn(lane)).toBe(0);
    expect(await tryIn(lane)).toBeCloseTo(30, 1);
  });

  it('end after a hundred failures in a row, until the secret is another', async () => {
    const lane = newLane();
    let taken = 0;
    for (let n = 0; n < 120; n += 1) {
      const waited = await tryIn(lane).catch((error) => error);
      if (waited === 0) taken += 1;
      pass(901);
    }
    expect(taken).toBe(100);
    await expect(takeTry(lane)).rejects.toThrow(new Refused('tooManyFailures'));
    await forgetTries(db(), [lane]);
    expect(await tryIn(lane)).toBe(0);
  });

  it('are counted together by servers that share the database', async () => {
    const lane = newLane();
    const here = database();
    const there = { ...here, db: Object.create(here.db) };
    try {
      for (const server of [here, there, here, there, here]) {
        setDatabase(server);
        expect(await tryIn(lane)).toBe(0);
      }
      for (const server of [here, there]) {
        setDatabase(server);
        expect(await tryIn(lane)).toBeCloseTo(30, 1);
      }
    } finally {
      setDatabase(here);
    }
  });

  it('name nobody in the table, and leave it once they are over', async () => {
    await takeTry(laneOf('password', 'zoe.tremblay', 'browser'));
    const rows = await db().select().from(rateLimits);
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(failures|wait):[\w-]{43}$/);
    await sweepCounts(new Date(start.getTime() + 400 * 86_400_000));
    expect(await db().$count(rateLimits)).toBe(0);
  });
});
