import { setImmediate as tick } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turns } from '@/lib/services/pdf-sandbox/turns';

/** Jobs that end when they are told to, in the order in which they began. */
function jobs(turns: Turns) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (person: string, name: string) =>
    turns.take(
      person,
      () =>
        new Promise<void>((end) => {
          begun.push(name);
          ends.set(name, end);
        }),
    );
  const end = async (name: string) => {
    ends.get(name)?.();
    await tick();
  };
  return { begun, add, end };
}

it('gives another person the next turn, however many jobs one has sent', async () => {
  const { begun, add, end } = jobs(new Turns(2, 1));
  for (let n = 1; n <= 14; n += 1) void add('stranger', `stranger ${n}`);
  void add('filer', 'filer 1');
  await tick();
  expect(begun).toEqual(['stranger 1', 'filer 1']);
  void add('filer', 'filer 2');
  void add('third', 'third 1');
  await end('filer 1');
  await end('third 1');
  expect(begun).toEqual(['stranger 1', 'filer 1', 'third 1', 'filer 2']);
});

it('lets one person have every turn where that is allowed and nobody else waits', async () => {
  const { begun, add, end } = jobs(new Turns(2, 2));
  for (const name of ['a1', 'a2', 'a3', 'a4']) void add('a', name);
  void add('b', 'b1');
  await tick();
  expect(begun).toEqual(['a1', 'a2']);
  await end('a1');
  await end('a2');
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
});

it('goes on after a job that fails', async () => {
  const turns = new Turns(1, 1);
  await expect(turns.take('a', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await turns.take('a', async () => 'done')).toBe('done');
});
