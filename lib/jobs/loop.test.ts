import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Loop } from '@/lib/jobs/loop';

const clock = () => new Date();
const never = 60_000;

it('runs one round at a time, and once more for those who woke it meanwhile', async () => {
  let [running, rounds, most] = [0, 0, 0];
  const loop = new Loop(
    'test',
    async () => {
      running += 1;
      rounds += 1;
      most = Math.max(most, running);
      await wait(20);
      running -= 1;
    },
    clock,
  );
  loop.start(never);
  for (let n = 0; n < 5; n += 1) loop.wake();
  await wait(80);
  expect([rounds, most]).toEqual([2, 1]);
  await loop.stop();
});

it('does nothing before it starts or after it stops, and waits for the round under way', async () => {
  let done = false;
  let rounds = 0;
  const loop = new Loop(
    'test',
    async (stopping) => {
      rounds += 1;
      await wait(30);
      done = stopping.aborted;
    },
    clock,
  );
  loop.wake();
  expect(rounds).toBe(0);
  loop.start(never);
  await loop.stop();
  expect(done).toBe(true);
  loop.wake();
  await wait(10);
  expect(rounds).toBe(1);
});

it('goes on after a round that failed, and is not well until one succeeds', async () => {
  let rounds = 0;
  const loop = new Loop(
    'test',
    async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('the database is away');
    },
    clock,
  );
  loop.start(never);
  await wait(10);
  expect(loop.isWell(clock(), 1_000)).toBe(false);
  loop.wake();
  await wait(10);
  expect(loop.isWell(clock(), 1_000)).toBe(true);
  expect(loop.isWell(new Date(Date.now() + 2_000), 1_000)).toBe(false);
  await loop.stop();
});
