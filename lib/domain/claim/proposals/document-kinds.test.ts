import { expect, it } from 'vitest';
import type { AskedDocument } from '@/lib/domain/claim/document';
import { kindChoices, kindField, proposedKind, sortFiles } from '@/lib/domain/claim/proposals/document-kinds';

const claim: AskedDocument = { kind: 'claim', required: true };
const affidavit: AskedDocument = { kind: 'guardian-affidavit', required: true };

it('proposes what the text says, else the only document that is asked for, else nothing', () => {
  expect(proposedKind({ kind: 'guardian-affidavit' }, [claim])).toBe('guardian-affidavit');
  expect(proposedKind({ kind: null }, [claim])).toBe('claim');
  expect(proposedKind(null, [claim, affidavit])).toBeNull();
});

it('lets a file be chosen as what is asked for and as what it seems to be', () => {
  const unsorted = { kind: null, reading: { kind: 'bilingual-request' as const } };
  expect(kindChoices([affidavit, claim], unsorted)).toEqual([
    'claim',
    'guardian-affidavit',
    'bilingual-request',
  ]);
});

it('takes each choice, and leaves a file without one as it is', () => {
  const files = [
    { id: 'a', kind: 'claim' as const },
    { id: 'b', kind: null },
  ];
  const { kinds, errors } = sortFiles(files, { [kindField('b')]: 'guardian-affidavit' });
  expect(kinds).toEqual({ a: 'claim', b: 'guardian-affidavit' });
  expect(errors).toEqual({});
});

it('asks where no document is chosen, where it is none of ours, and where two files are the same', () => {
  const files = ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: null }));
  const values = { 'kind-a': 'claim', 'kind-b': 'claim', 'kind-c': '', 'kind-d': 'novel' };
  expect(sortFiles(files, values).errors).toEqual({
    'kind-b': 'kindTwice',
    'kind-c': 'chooseKind',
    'kind-d': 'chooseKind',
  });
});
