import { beforeEach, expect, it } from 'vitest';
import type { PublicMarks } from '@/lib/data/court/public-facts';
import { FreshFacts } from '@/lib/web/prepared/fresh-facts';

const rest = { settings: '', outages: '', announcements: '' };
let now = 0;
let asked = 0;
let calendar = 'a';
/** What the database waits for before it answers. */
let wait: Promise<unknown> = Promise.resolve();
let facts: FreshFacts;

beforeEach(() => {
  [now, asked, calendar, wait] = [0, 0, 'a', Promise.resolve()];
  facts = new FreshFacts(
    async (): Promise<PublicMarks> => {
      asked += 1;
      const marks = { calendar, offices: '', register: '', statistics: '', ...rest };
      await wait;
      return marks;
    },
    () => now,
  );
});

it('asks once for all who come at the same time', async () => {
  expect(facts.known).toBeUndefined();
  const all = await Promise.all([facts.fresh(), facts.fresh(), facts.fresh()]);
  expect(all.map((one) => one?.calendar)).toEqual(['a', 'a', 'a']);
  expect(asked).toBe(1);
  expect(facts.known?.calendar).toBe('a');
});

it('believes nothing that is older than half a second, and asks before that', async () => {
  await facts.fresh();
  now = 250;
  expect(facts.known?.calendar).toBe('a');
  expect(asked).toBe(1);
  calendar = 'b';
  now = 300;
  expect(facts.known?.calendar, 'asked again meanwhile').toBe('a');
  await new Promise((asked) => setImmediate(asked));
  expect([facts.known?.calendar, asked]).toEqual(['b', 2]);
  now = 801;
  expect(facts.known).toBeUndefined();
});

it('believes nothing that was read before this process changed something, or while it did', async () => {
  await facts.fresh();
  facts.expire();
  expect(facts.known).toBeUndefined();
  let answer = (_: unknown) => {};
  wait = new Promise((resolve) => {
    answer = resolve;
  });
  const begun = facts.fresh();
  calendar = 'b';
  facts.expire();
  wait = Promise.resolve();
  answer(null);
  expect((await begun)?.calendar).toBe('b');
});

it('knows nothing while the database does not answer, and knows again when it does', async () => {
  wait = Promise.reject(new Error('away'));
  wait.catch(() => undefined);
  expect(await facts.fresh()).toBeUndefined();
  wait = Promise.resolve();
  expect((await facts.fresh())?.calendar).toBe('a');
});

it('takes an answer that was slow to come for as new as the question', async () => {
  wait = Promise.resolve().then(() => {
    now = 1_500;
  });
  expect((await facts.fresh())?.calendar).toBe('a');
  expect(facts.known, 'for who comes later it is too old').toBeUndefined();
});
