import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Loop } from '@/lib/jobs/loop';

const start = new Date('2026-11-24T15:00:00Z');
const clock = () => start;
const never = 60_000;

it('runs one round at a time, and once more for those who woke it meanwhile', async () => {
  let [running, most] = [0, 0];
  const ends: (() => void)[] = [];
  const round = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((end) => ends.push(end));
    running -= 1;
  };
  const loop = new Loop('test', round, clock);
  loop.start(never);
  for (let n = 0; n < 5; n += 1) loop.wake();
  for (const rounds of [1, 2]) {
    await turn();
    expect([ends.length, most]).toEqual([rounds, 1]);
    ends.at(-1)?.();
  }
  await turn();
  expect([ends.length, running]).toEqual([2, 0]);
  await loop.stop();
});

it('does nothing before it starts or after it stops, and waits for the round under way', async () => {
  let [rounds, wasTold] = [0, false];
  let end = () => undefined as unknown;
  const round = async (stopping: AbortSignal) => {
    rounds += 1;
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    wasTold = stopping.aborted;
  };
  const loop = new Loop('test', round, clock);
  loop.wake();
  expect(rounds).toBe(0);
  loop.start(never);
  let isStopped = false;
  const stopped = loop.stop().then(() => {
    isStopped = true;
  });
  await turn();
  expect(isStopped).toBe(false);
  end();
  await stopped;
  expect(wasTold).toBe(true);
  loop.wake();
  await turn();
  expect(rounds).toBe(1);
});

it('goes on after a round that failed, and is not well until one succeeds', async () => {
  let rounds = 0;
  const round = async () => {
    rounds += 1;
    if (rounds === 1) throw new Error('the database is away');
  };
  const loop = new Loop('test', round, clock);
  loop.start(never);
  await turn();
  expect(loop.isWell(start, 1_000)).toBe(false);
  loop.wake();
  await turn();
  expect(loop.isWell(start, 1_000)).toBe(true);
  expect(loop.isWell(new Date(start.getTime() + 2_000), 1_000)).toBe(false);
  await loop.stop();
});
