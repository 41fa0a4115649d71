import { expect, it } from 'vitest';
import { issueFee } from '@/lib/domain/court/fee';

it('is what staff set, from its day until the law raises it again', () => {
  const set = { since: '2027-01-01', dollars: 261 };
  expect(issueFee('2029-12-31', set)).toEqual({ ...set, indexed: false });
  expect(issueFee('2030-01-01', set)).toEqual({ dollars: 261, since: '2030-01-01', indexed: true });
  expect(issueFee('2024-01-01', { since: '2020-01-01', dollars: 1 })).toMatchObject({ dollars: 243 });
});

it.each([
  ['2016-11-05', 181, '2005-01-01', false],
  ['2017-11-27', 220, '2016-11-06', false],
  ['2019-03-31', 220, '2016-11-06', false],
  ['2019-04-01', 229, '2019-04-01', false],
  ['2022-12-31', 229, '2019-04-01', false],
  ['2023-01-01', 243, '2023-01-01', false],
  ['2026-12-31', 243, '2023-01-01', false],
  ['2027-01-01', 243, '2027-01-01', true],
  ['2029-12-31', 243, '2027-01-01', true],
  ['2030-01-01', 243, '2030-01-01', true],
])('on %s the fee is %s dollars since %s, indexed: %s', (on, dollars, since, indexed) => {
  expect(issueFee(on)).toEqual({ dollars, since, indexed });
});
