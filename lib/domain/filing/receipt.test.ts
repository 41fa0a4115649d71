import { expect, it } from 'vitest';
import { receiptDates } from '@/lib/domain/filing/receipt';

const [told, other] = ['2026-11-24', '2026-11-25'];
const datesOf = (state: 'received' | 'held' | 'issued' | 'withdrawn', issueOn = told) =>
  receiptDates({ issueOn: told, filing: { state, issueOn } });

it('says which date the claim will bear, or bears', () => {
  expect(datesOf('received')).toEqual([{ label: 'issueOn', on: told }]);
  expect(datesOf('held')).toEqual([{ label: 'issueOn', on: told }]);
  expect(datesOf('issued')).toEqual([{ label: 'issuedOn', on: told }]);
});

it('keeps the date that was told, and says which took its place', () => {
  const both = [
    { label: 'issueOnThen', on: told },
    { label: 'issueOnNow', on: other },
  ];
  expect(datesOf('received', other)).toEqual(both);
  expect(datesOf('issued', other)).toEqual(both);
});

it('promises no date to a claim that was withdrawn', () => {
  expect(datesOf('withdrawn')).toEqual([{ label: 'issueOnThen', on: told }]);
});
