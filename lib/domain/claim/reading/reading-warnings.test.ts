import { expect, test } from 'vitest';
import type { DocumentKind } from '@/lib/domain/claim/document';
import { type ClaimReading, nothingRead } from '@/lib/domain/claim/reading/reading';
import { warningsOfReading } from '@/lib/domain/claim/reading/reading-warnings';

const claim: ClaimReading = { ...nothingRead(3, true), form: '14A', kind: 'claim', courtName: true };
const told = (reading: Partial<ClaimReading>, kind: DocumentKind = 'claim') =>
  warningsOfReading({ ...claim, ...reading }, kind).map((warning) => warning.kind);

test.each([
  ['a claim', {}, []],
  ['a scan', { text: false, form: null, kind: null }, ['no-text']],
  ['a letter', { form: null, kind: null }, ['not-a-claim']],
  ['an affidavit', { form: null, kind: 'guardian-affidavit' as const }, ['kind-differs']],
  ['a claim of another court', { courtName: false }, ['no-court-name']],
  ['a claim that has a number', { fileNumber: 'CV-24-1' }, ['earlier-file-number']],
  ['a claim after a notice of action', { form: '14D' as const, fileNumber: 'CV-24-1' }, []],
  ['a page on its side', { sideways: [3] }, ['sideways-pages']],
])('%s', (_, reading, kinds) => {
  expect(told(reading)).toEqual(kinds);
});

test('a claim that is uploaded as an affidavit', () => {
  expect(told({}, 'guardian-affidavit')).toEqual(['kind-differs']);
  expect(told({ form: null, kind: null }, 'guardian-affidavit')).toEqual([]);
});
