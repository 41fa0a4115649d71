import { describe, expect, it } from 'vitest';
import type { AskedDocument, ClaimKind } from '@/lib/domain/claim/document';
import {
  kindChoices,
  kindField,
  proposedKind,
  proposedKinds,
  sortFiles,
} from '@/lib/domain/claim/proposals/document-kinds';

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

it('takes several affidavits', () => {
  const files = ['a', 'b'].map((id) => ({ id, kind: null }));
  const values = { 'kind-a': 'guardian-affidavit', 'kind-b': 'guardian-affidavit' };
  expect(sortFiles(files, values)).toEqual({
    kinds: { a: 'guardian-affidavit', b: 'guardian-affidavit' },
    errors: {},
  });
});

describe('what is proposed for files of which nobody said what they are', () => {
  const request: AskedDocument = { kind: 'bilingual-request', required: true };
  const asked = [claim, affidavit, request];
  const here = { id: 'here', kind: 'claim' as const, reading: { kind: 'claim' as const } };
  const file = (id: string, kind: ClaimKind | null) => ({ id, kind: null, reading: { kind } });

  it('is what their text says, unless the draft or another file has that document', () => {
    const files = [here, file('a', 'claim'), file('b', 'bilingual-request'), file('c', 'bilingual-request')];
    expect(proposedKinds(files, asked)).toEqual({ b: 'bilingual-request' });
  });

  it('is an affidavit again where there may be several', () => {
    const files = [file('a', 'guardian-affidavit'), file('b', 'guardian-affidavit')];
    expect(proposedKinds(files, asked)).toEqual({ a: 'guardian-affidavit', b: 'guardian-affidavit' });
  });

  it('is the only document that is missing for the only one whose text says nothing, else nothing', () => {
    const unread = { id: 'u', kind: null, reading: null };
    expect(proposedKinds([here, unread], [claim])).toEqual({});
    expect(proposedKinds([here, unread], [claim, affidavit])).toEqual({ u: 'guardian-affidavit' });
    expect(proposedKinds([here, unread], asked)).toEqual({});
    expect(proposedKinds([here, unread, file('v', null)], [claim, affidavit])).toEqual({});
    expect(proposedKinds([here, file('b', 'bilingual-request'), unread], asked)).toEqual({
      b: 'bilingual-request',
      u: 'guardian-affidavit',
    });
  });
});
