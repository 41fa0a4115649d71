import { expect, it } from 'vitest';
import { courtForm, versionTyped } from '@/lib/domain/court/court-settings';

const typed = {
  court: 'perth',
  countyEn: 'County of Lanark',
  countyFr: 'comté de Lanark',
  courtFrom: '2026-12-01',
  courtReason: 'a move',
  acceptsFrom: '2026-01-01',
  acceptsUntil: '',
  noticeEn: '',
  noticeFr: '',
  address: '1 Main St',
};

const errorsOf = (change: Partial<typeof typed>) =>
  courtForm.safeParse({ ...typed, ...change }).error?.issues.map(({ path, message }) => [path[0], message]) ??
  [];

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
  ['a county in one language', { countyFr: '' }, ['countyFr', 'enterCounty']],
  ['no reason', { courtReason: '' }, ['courtReason', 'enterReason']],
  ['no address', { address: ' ' }, ['address', 'enterAddress']],
])('refuses %s', (_, change, error) => {
  expect(errorsOf(change)).toEqual([error]);
});

it('is a version of the office, with an open end for no last day', () => {
  const { court: id, courtFrom: _, courtReason: __, ...office } = typed;
  expect(versionTyped(courtForm.parse(typed))).toEqual({
    ...{ version: 1, kind: 'court', id, ...office, acceptsUntil: null },
  });
});
