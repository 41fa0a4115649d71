import { expect, it } from 'vitest';
import { askedDocuments, isAskedFor, isTaken, stillAsked } from '@/lib/domain/filing/holds/asked';
import { isActiveOn, isOver, keptReasonForm } from '@/lib/domain/filing/holds/kept-reason';
import { errorOf } from '@/lib/domain/text';

const typed = {
  ...{ reasonCode: 'page-missing', wordsEn: 'A page is missing.', wordsFr: 'Il manque une page.' },
  ...{ remedy: 'replacement', activeFrom: '2026-12-01', activeUntil: '', keepingReason: 'a directive' },
};
const wrong = (change: Partial<typeof typed>) =>
  keptReasonForm
    .safeParse({ ...typed, ...change })
    .error?.issues.map((issue) => [issue.path[0], errorOf(issue)]);

it('takes a reason with a code, a sentence in each language and its days', () => {
  expect(keptReasonForm.parse(typed)).toEqual(typed);
  expect(wrong({ reasonCode: '' })).toContainEqual(['reasonCode', 'enterReasonCode']);
  for (const code of ['Page', 'page missing', '-page', 'p', 'corrupt', 'by-staff'])
    expect(wrong({ reasonCode: code }), code).toHaveLength(1);
  expect(wrong({ reasonCode: 'x'.repeat(41) })).toContainEqual(['reasonCode', { key: 'tooLong', most: 40 }]);
  expect(wrong({ wordsFr: ' ' })).toEqual([['wordsFr', 'enterReasonWords']]);
  expect(wrong({ remedy: 'anything' })).toEqual([['remedy', 'chooseRemedy']]);
  expect(wrong({ activeUntil: '2026-11-30' })).toEqual([['activeUntil', 'untilBeforeFrom']]);
  expect(wrong({ activeUntil: '2026-12-01' })).toBeUndefined();
});

it('is in force from its first day to its last', () => {
  const reason = { activeFrom: '2026-12-01', activeUntil: '2026-12-31' };
  const days = ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'];
  expect(days.map((day) => isActiveOn(reason, day))).toEqual([false, true, true, false]);
  expect(days.map((day) => isOver(reason, day))).toEqual([false, false, false, true]);
  expect(isActiveOn({ ...reason, activeUntil: null }, '2099-01-01')).toBe(true);
});

it('asks for the documents that it names, one after the other', () => {
  const hold = { heldDocument: 'a', furtherHeld: ['b', 'c'], keptReasonId: null };
  expect(askedDocuments(hold)).toEqual(['a', 'b', 'c']);
  expect(isAskedFor(hold, 'd')).toBe(false);
  expect(stillAsked(hold, 'b')).toEqual(['a', 'c']);
  expect(stillAsked({ ...hold, furtherHeld: [] }, 'a')).toEqual([]);
});

it('asks for any document where an old hold names none, and for none where the reason asks for none', () => {
  const unnamed = { heldDocument: null, furtherHeld: [], keptReasonId: null };
  expect(askedDocuments(unnamed)).toBeNull();
  expect(isAskedFor(unnamed, 'a')).toBe(true);
  expect(stillAsked(unnamed, 'a')).toEqual([]);
  expect(isAskedFor({ ...unnamed, keptReasonId: 'kept' }, 'a')).toBe(false);
});

it('takes repaired copies only where they keep the date', () => {
  expect(isTaken('repaired-copy', 'repaired-copy')).toBe(true);
  expect(isTaken('repaired-copy', 'replacement')).toBe(true);
  expect(isTaken('replacement', 'repaired-copy')).toBe(false);
  expect(isTaken('replacement', 'replacement')).toBe(true);
  expect(isTaken('none', 'replacement')).toBe(false);
});
