import { describe, expect, it } from 'vitest';
import {
  asFiled,
  type DraftAnswers,
  type PartyAnswers,
  parseClaim,
  stepErrors,
  titleOfProceeding,
  titleSoFar,
} from '@/lib/domain/claim/claim';
import { stepState } from '@/lib/domain/claim/progress';

const address = {
  address: '1 King St',
  city: 'Sudbury',
  country: 'CA',
  province: 'ON',
  postalCode: 'P3C 1T9',
};

function person(role: PartyAnswers['role'], firstName: string, lastName: string): PartyAnswers {
  return { id: firstName, role, kind: 'person', firstName, lastName, representation: 'self', ...address };
}

const complete: DraftAnswers = {
  type: { documentType: 'form-14a' },
  court: { court: 'sudbury' },
  nature: { nature: 'contract' },
  procedure: { procedure: 'simplified', classProceeding: 'no' },
  language: { language: 'english' },
  parties: [person('plaintiff', 'Ann', 'Roy'), person('defendant', 'Bob', 'Lee')],
};

function claimOf(answers: DraftAnswers) {
  const parsed = parseClaim(answers);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.missing));
  return parsed.claim;
}

describe('a claim', () => {
  it('is made of all that was typed', () => {
    expect(claimOf(complete)).toMatchObject({
      documentType: 'form-14a',
      court: 'sudbury',
      nature: 'contract',
      procedure: 'simplified',
      classProceeding: 'no',
      language: 'english',
      plaintiffs: [{ lastName: 'Roy', postalCode: 'P3C 1T9' }],
      defendants: [{ lastName: 'Lee' }],
    });
  });

  it('says what an empty draft lacks, step by step', () => {
    expect(parseClaim({})).toEqual({
      ok: false,
      missing: [
        { step: 'type', errors: [{ field: 'documentType', error: 'chooseDocumentType' }] },
        { step: 'court', errors: [{ field: 'court', error: 'chooseCourt' }] },
        { step: 'nature', errors: [{ field: 'nature', error: 'chooseNature' }] },
        {
          step: 'procedure',
          errors: [
            { field: 'procedure', error: 'chooseProcedure' },
            { field: 'classProceeding', error: 'chooseClassProceeding' },
          ],
        },
        { step: 'language', errors: [{ field: 'language', error: 'chooseLanguage' }] },
        { step: 'plaintiffs', errors: [{ error: 'addPlaintiff' }] },
        { step: 'defendants', errors: [{ error: 'addDefendant' }] },
      ],
    });
  });

  it('names the party that lacks something', () => {
    const parties = [...(complete.parties ?? []), { ...person('defendant', 'Cy', ''), city: '' }];
    const errors = [
      { party: 'Cy', field: 'lastName', error: 'enterLastName' },
      { party: 'Cy', field: 'city', error: 'enterCity' },
    ];
    expect(parseClaim({ ...complete, parties })).toEqual({
      ok: false,
      missing: [{ step: 'defendants', errors }],
    });
  });

  it('holds plaintiffs to the rules of plaintiffs', () => {
    const parties = complete.parties?.map((party) => ({ ...party, representation: 'unknown' }));
    expect(stepErrors({ parties }, 'plaintiffs')).toEqual([
      { party: 'Ann', field: 'representation', error: 'chooseRepresentation' },
    ]);
    expect(stepErrors({ parties }, 'defendants')).toEqual([]);
  });

  it('of a class is not under the simplified procedure', () => {
    const procedure = { procedure: 'simplified', classProceeding: 'yes' };
    expect(stepErrors({ procedure }, 'procedure')).toEqual([
      { field: 'procedure', error: 'classNotSimplified' },
    ]);
  });
});

describe('the short title', () => {
  const many = [
    ...(complete.parties ?? []),
    person('plaintiff', 'Di', 'Roy'),
    person('defendant', 'Ed', 'Lee'),
  ];

  it.each([
    ['english', complete.parties, 'Ann Roy v. Bob Lee'],
    ['english', many, 'Ann Roy et al. v. Bob Lee et al.'],
    ['bilingual', many, 'Ann Roy et al. v. Bob Lee et al.'],
    ['french', complete.parties, 'Ann Roy c. Bob Lee'],
    ['french', many, 'Ann Roy et autres c. Bob Lee et autres'],
  ])('in %s', (language, parties, title) => {
    expect(titleOfProceeding(claimOf({ ...complete, language: { language }, parties }))).toBe(title);
  });
});

describe('the state of a step', () => {
  const state = (answers: DraftAnswers, step: Parameters<typeof stepState>[1], uploaded: 'claim'[] = []) =>
    stepState({ answers, uploaded, on: '2026-11-23' }, step);

  it('goes from not started over in progress to completed', () => {
    expect(state({}, 'procedure')).toBe('notStarted');
    expect(state({ procedure: { procedure: '' } }, 'procedure')).toBe('notStarted');
    expect(state({ procedure: { procedure: 'ordinary' } }, 'procedure')).toBe('inProgress');
    expect(state(complete, 'procedure')).toBe('completed');
  });

  it('of the parties is told apart by role', () => {
    const parties = [person('plaintiff', 'Ann', '')];
    expect(state({ parties }, 'plaintiffs')).toBe('inProgress');
    expect(state({ parties }, 'defendants')).toBe('notStarted');
    expect(state(complete, 'defendants')).toBe('completed');
  });

  it('of the documents follows what is uploaded', () => {
    const bilingual = { ...complete, language: { language: 'bilingual' } };
    expect(state(bilingual, 'documents')).toBe('notStarted');
    expect(state(bilingual, 'documents', ['claim'])).toBe('inProgress');
    expect(state(complete, 'documents', ['claim'])).toBe('completed');
  });

  it('of the review opens when all the rest is completed', () => {
    expect(state(complete, 'review')).toBe('notStarted');
    expect(state({}, 'review', ['claim'])).toBe('notStarted');
    expect(state(complete, 'review', ['claim'])).toBe('inProgress');
  });
});

describe('the title of a draft so far', () => {
  const [plaintiff, defendant] = [person('plaintiff', 'Ann', 'Roy'), person('defendant', 'Bob', 'Lee')];

  it.each([
    [{ parties: [plaintiff, defendant] }, 'Ann Roy v. Bob Lee'],
    [{ parties: [plaintiff], language: { language: 'french' } }, 'Ann Roy c. …'],
    [{ parties: [defendant] }, '… v. Bob Lee'],
    [{ parties: [] }, ''],
    [{ parties: [{ id: 'x', role: 'plaintiff' as const, kind: 'person' }] }, ''],
    [{}, ''],
  ])('says what is known', (answers, title) => {
    expect(titleSoFar(answers)).toBe(title);
  });
});

describe('a party before it is filed', () => {
  const typed = { ...person('plaintiff', ' Ann', 'Roy'), postalCode: 'p3c1t9', organisationName: 'Roy Inc.' };

  it('is what will be filed, trifles mended', () => {
    const filed = claimOf({ ...complete, parties: [typed, person('defendant', 'Bob', 'Lee')] }).plaintiffs[0];
    expect(asFiled(typed)).toEqual({ id: ' Ann', role: 'plaintiff', ...filed });
    expect(asFiled(typed)).toMatchObject({ firstName: 'Ann', postalCode: 'P3C 1T9', organisationName: '' });
  });

  it('stays as typed while it cannot be filed', () => {
    const unfinished = { ...typed, lastName: '' };
    expect(asFiled(unfinished)).toEqual(unfinished);
  });
});
