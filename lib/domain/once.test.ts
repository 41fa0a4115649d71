import { expect, it } from 'vitest';
import { once } from '@/lib/domain/once';

it('makes a thing once, for all who ask meanwhile and later', async () => {
  let calls = 0;
  const get = once(async () => ({ call: ++calls }));
  const [first, second] = await Promise.all([get(), get()]);
  expect(second).toBe(first);
  expect(await get()).toBe(first);
  expect(calls).toBe(1);
});

it('tries again after a failure, which all who asked meanwhile are told', async () => {
  let isWell = false;
  const get = once(async () => {
    if (!isWell) throw new Error('not yet');
    return 'made';
  });
  const both = await Promise.allSettled([get(), get()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isWell = true;
  expect(await get()).toBe('made');
});
