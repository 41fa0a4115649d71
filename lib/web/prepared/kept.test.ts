import { expect, it } from 'vitest';
import type { PublicMarks } from '@/lib/data/court/public-facts';
import { keptWhile } from '@/lib/web/prepared/kept';

const marks = (calendar: string) => ({ calendar, offices: 'same' }) as PublicMarks;

/** Rows that change, and what is known of them. */
function court() {
  const rows = { calendar: 'one', reads: 0 };
  const facts: { known: PublicMarks | undefined; fresh: () => Promise<PublicMarks | undefined> } = {
    known: marks('one'),
    fresh: async () => undefined,
  };
  const shown = keptWhile(
    'calendar',
    async (office?: string) => {
      rows.reads += 1;
      return `${rows.calendar} ${office ?? 'all'}`;
    },
    facts,
  );
  return { rows, facts, shown };
}

it('is read once while its rows stand, for each that is named', async () => {
  const { rows, shown } = court();
  expect([await shown(), await shown(), await shown('barrie'), await shown('barrie')]).toEqual([
    ...['one all', 'one all', 'one barrie', 'one barrie'],
  ]);
  expect(rows.reads).toBe(2);
});

it('is read again once they differ, and not for others’ rows', async () => {
  const { rows, facts, shown } = court();
  await shown();
  facts.known = { ...marks('one'), offices: 'others' };
  await shown();
  expect(rows.reads).toBe(1);
  rows.calendar = 'two';
  facts.known = marks('two');
  expect(await shown()).toBe('two all');
});

it('asks how the rows stand where that is not known, and reads them where nobody tells', async () => {
  const { rows, facts, shown } = court();
  await shown();
  facts.known = undefined;
  rows.calendar = 'two';
  expect(await shown()).toBe('two all');
  rows.calendar = 'three';
  facts.fresh = async () => marks('three');
  expect(await shown()).toBe('three all');
  rows.calendar = 'unseen';
  expect(await shown()).toBe('three all');
});

it('keeps nothing of a read that failed', async () => {
  let isAway = true;
  const shown = keptWhile(
    'offices',
    async () => {
      if (isAway) throw new Error('away');
      return 'there';
    },
    { known: marks('one'), fresh: async () => undefined },
  );
  await expect(shown()).rejects.toThrow('away');
  isAway = false;
  expect(await shown()).toBe('there');
});
