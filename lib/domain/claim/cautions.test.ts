import { describe, expect, it } from 'vitest';
import { cautions, simplifiedLimit } from '@/lib/domain/claim/cautions';
import type { PartyAnswers } from '@/lib/domain/claim/claim';

const company = {
  id: '1',
  role: 'plaintiff',
  kind: 'organisation',
  organisationKind: 'corporation',
  representation: 'self',
} as const;
const minor = {
  id: '2',
  role: 'plaintiff',
  kind: 'person',
  underDisability: 'minor',
  representation: 'self',
} as const;
const of = (party: PartyAnswers, contactKind: 'lawyer' | 'individual' = 'lawyer') =>
  cautions({ parties: [party] }, contactKind).map(({ caution }) => caution);

describe('a lawyer is needed', () => {
  it('by a corporation, an estate and a party under disability that represent themselves', () => {
    expect(of(company)).toEqual(['corporationNeedsLawyer']);
    expect(of({ ...company, organisationKind: 'estate' })).toEqual(['estateNeedsLawyer']);
    expect(of(minor)).toEqual(['disabilityNeedsLawyer']);
  });

  it('not by one that has a lawyer, whoever files', () => {
    for (const party of [company, minor])
      for (const kind of ['lawyer', 'individual'] as const)
        expect(of({ ...party, representation: 'lawyer' }, kind)).toEqual([]);
    const { representation: _, ...unanswered } = company;
    expect(of(unanswered, 'individual')).toEqual(['corporationNeedsLawyer']);
    expect(of(unanswered)).toEqual([]);
  });

  it('not by a minor whose guardian is the Children’s Lawyer', () => {
    expect(of({ ...minor, guardianKind: 'childrensLawyer' })).toEqual([]);
  });

  it('of the parties that are named', () => {
    const parties = [{ ...minor, lastName: 'Roy', firstName: 'Max' }, company];
    expect(cautions({ parties }, 'lawyer')).toEqual([
      { caution: 'corporationNeedsLawyer', parties: [''] },
      { caution: 'disabilityNeedsLawyer', parties: ['Max Roy'] },
    ]);
  });

  it('not by a person, a partnership or a defendant', () => {
    expect(of({ ...minor, underDisability: 'no' })).toEqual([]);
    expect(of({ ...company, organisationKind: 'partnership' })).toEqual([]);
    expect(of({ ...company, role: 'defendant' })).toEqual([]);
  });
});

it.each([
  [{ procedure: { procedure: 'ordinary' } }, ['ordinaryProcedure']],
  [{ procedure: { procedure: 'simplified' } }, ['simplifiedProcedure']],
  [{ type: { documentType: 'form-14c' } }, ['noticeOfAction']],
  [{ type: { documentType: 'form-14a' } }, []],
  [{}, []],
])('%j calls for %j', (answers, called) => {
  expect(cautions(answers, 'lawyer').map(({ caution }) => caution)).toEqual(called);
});

it('the limit of the simplified procedure rose in 2020', () => {
  expect(simplifiedLimit('2019-12-31')).toBe(100_000);
  expect(simplifiedLimit('2020-01-01')).toBe(200_000);
});
