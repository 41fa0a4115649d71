import { expect, it } from 'vitest';
import { courtSettings } from '@/lib/domain/court/court-settings';

const typed = {
  acceptsFrom: '2026-01-01',
  acceptsUntil: '',
  noticeEn: '',
  noticeFr: '',
  address: '1 Main St',
};

const errorsOf = (change: Partial<typeof typed>) =>
  courtSettings
    .safeParse({ ...typed, ...change })
    .error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

it('takes dates, and a last day that is left open', () => {
  expect(errorsOf({})).toEqual([]);
  expect(errorsOf({ acceptsUntil: '2026-01-01' })).toEqual([]);
});

it.each([
  ['a first day that is missing', { acceptsFrom: '' }, ['acceptsFrom', 'enterDate']],
  ['a day that is none', { acceptsFrom: '2026-02-29' }, ['acceptsFrom', 'enterDate']],
  ['another way of writing it', { acceptsUntil: '24/11/2026' }, ['acceptsUntil', 'enterDate']],
  ['an end before the beginning', { acceptsUntil: '2025-12-31' }, ['acceptsUntil', 'untilBeforeFrom']],
  ['a notice in French alone', { noticeFr: 'Avis' }, ['noticeEn', 'noticeInBothLanguages']],
  ['a notice in English alone', { noticeEn: 'Notice' }, ['noticeFr', 'noticeInBothLanguages']],
  ['no address', { address: ' ' }, ['address', 'enterAddress']],
])('refuses %s', (_, change, error) => {
  expect(errorsOf(change)).toEqual([error]);
});
