import { describe, expect, it } from 'vitest';
import { courts } from '@/drizzle/courts';
import type { DraftAnswers } from '@/lib/domain/claim/claim';
import { documentsFor, maySeveral, missingDocuments, placesOfKinds } from '@/lib/domain/claim/document';

const TODAY = '2026-11-23';
const minor = { id: '1', role: 'plaintiff', kind: 'person', underDisability: 'minor' } as const;
const kinds = (answers: DraftAnswers, on = TODAY) => documentsFor(answers, on).map(({ kind }) => kind);

it('the claim is always asked for', () => {
  expect(documentsFor({}, TODAY)).toEqual([{ kind: 'claim', required: true }]);
});

describe('the affidavit of litigation guardian', () => {
  it('goes with a plaintiff under disability', () => {
    expect(kinds({ parties: [minor] })).toEqual(['claim', 'guardian-affidavit']);
    expect(kinds({ parties: [{ ...minor, underDisability: 'disability' }] })).toContain('guardian-affidavit');
    expect(kinds({ parties: [{ ...minor, underDisability: 'no' }] })).toEqual(['claim']);
    expect(kinds({ parties: [{ ...minor, role: 'defendant' }] })).toEqual(['claim']);
    expect(kinds({ parties: [{ ...minor, kind: 'organisation' }] })).toEqual(['claim']);
  });

  it('is not required of the Children’s Lawyer or the Public Guardian and Trustee', () => {
    const byOffice = { ...minor, id: '2', guardianKind: 'childrensLawyer' };
    const missing = (parties: DraftAnswers['parties']) => missingDocuments({ parties }, ['claim'], TODAY);
    expect(missing([byOffice])).toEqual([]);
    expect(missing([{ ...byOffice, guardianKind: 'publicGuardian' }])).toEqual([]);
    expect(missing([byOffice, minor])).toEqual(['guardian-affidavit']);
  });
});

it('the request for bilingual proceedings goes with a bilingual proceeding', () => {
  expect(kinds({ language: { language: 'bilingual' } })).toEqual(['claim', 'bilingual-request']);
  expect(kinds({ language: { language: 'french' } })).toEqual(['claim']);
});

describe('the consent to file in French', () => {
  const french = (court: string) => ({ language: { language: 'french' }, court: { court } });

  it('was asked for outside the French areas until January 31, 2022', () => {
    expect(kinds(french('guelph'), '2017-11-27')).toContain('french-consent');
    expect(kinds(french('guelph'), '2022-01-31')).toContain('french-consent');
    expect(kinds(french('guelph'), '2022-02-01')).toEqual(['claim']);
  });

  it('was not asked for inside them, nor of an English claim', () => {
    expect(kinds(french('ottawa'), '2017-11-27')).toEqual(['claim']);
    expect(kinds({ ...french('guelph'), language: { language: 'english' } }, '2017-11-27')).toEqual([
      'claim',
    ]);
    expect(kinds({ language: { language: 'french' } }, '2017-11-27')).toEqual(['claim']);
  });

  it('knows the French areas by courts that exist', () => {
    const spared = courts.filter(({ id }) => !kinds(french(id), '2017-11-27').includes('french-consent'));
    expect(spared).toHaveLength(20);
  });
});

it('what is missing is what is required and not uploaded', () => {
  const answers = { language: { language: 'bilingual' } };
  expect(missingDocuments(answers, [], TODAY)).toEqual(['claim', 'bilingual-request']);
  expect(missingDocuments(answers, ['bilingual-request'], TODAY)).toEqual(['claim']);
  expect(missingDocuments(answers, ['claim', 'bilingual-request'], TODAY)).toEqual([]);
});

it('affidavits of litigation guardians may be several, and documents of one kind are counted in their order', () => {
  expect(maySeveral('guardian-affidavit')).toBe(true);
  expect(maySeveral('claim')).toBe(false);
  const affidavit = 'guardian-affidavit';
  expect(placesOfKinds(['claim', affidavit, 'bilingual-request', affidavit])).toEqual([null, 1, null, 2]);
  expect(placesOfKinds(['claim', affidavit])).toEqual([null, null]);
});
