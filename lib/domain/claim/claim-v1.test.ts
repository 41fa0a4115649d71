import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseClaim, titleOfProceeding } from '@/lib/domain/claim/claim';
import { claimToFile, claimV1 } from '@/lib/domain/claim/claim-v1';
import { plaintiffForm } from '@/lib/domain/claim/party';

/** A claim as it was filed under version 1. It must never change. */
const stored = () => JSON.parse(readFileSync(path.join(import.meta.dirname, 'claim-v1.json'), 'utf8'));
const filed = JSON.stringify(stored());

it('is read for ever as it was filed, byte by byte', () => {
  const frozen = 'f9eccba580a96f421159ac2cbc58e9df3575c7dc4ec3ee6ad7cffcca686d10e5';
  expect(createHash('sha256').update(filed).digest('hex')).toBe(frozen);
  expect(JSON.stringify(claimV1.parse(stored()))).toBe(filed);
});

it('means for ever what it meant', () => {
  const claim = claimV1.parse(stored());
  expect(titleOfProceeding(claim)).toBe('Zoé M. Côté et al. v. Northern Elevator Inc.');
  expect(claim).toMatchObject({ documentType: 'form-14a', court: 'perth', language: 'bilingual' });
  expect(claim.plaintiffs).toMatchObject([
    { alsoKnownAs: 'Zoé Œuvrard', underDisability: 'no', representation: 'self' },
    { underDisability: 'minor', guardianKind: 'person', guardianName: 'Zoé Côté' },
  ]);
  expect(claim.defendants).toMatchObject([{ organisationKind: 'corporation', lawyerNumber: '12345A' }]);
});

it('holds what the form makes of a claim', () => {
  const { plaintiffs, defendants, documentType, court, nature, procedure, classProceeding, language } =
    stored();
  const parties = [
    ...plaintiffs.map((party: object, n: number) => ({ ...party, id: `p${n}`, role: 'plaintiff' })),
    ...defendants.map((party: object, n: number) => ({ ...party, id: `d${n}`, role: 'defendant' })),
  ];
  const steps = { type: { documentType }, court: { court }, nature: { nature }, language: { language } };
  const parsed = parseClaim({ ...steps, procedure: { procedure, classProceeding }, parties });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.missing));
  expect(JSON.stringify(claimToFile(parsed.claim))).toBe(filed);
});

it.each([
  ['without a version', { version: undefined }],
  ['of another version', { version: 2 }],
  ['with more than that', { more: '' }],
  ['with less', { nature: undefined }],
  ['with another answer', { language: 'latin' }],
  ['without a plaintiff', { plaintiffs: [] }],
  ['with a party of another shape', { defendants: [{ kind: 'person' }] }],
])('is refused %s rather than mended', (_, change) => {
  expect(() => claimV1.parse({ ...stored(), ...change })).toThrow();
});

it('holds a person with one name alone as version 1 does', () => {
  const { plaintiffs, ...claim } = claimV1.parse(stored());
  const party = { ...plaintiffs[0], firstName: '', middleName: '', lastName: 'Suharto', noFirstName: 'on' };
  const one = plaintiffForm.parse(party);
  const defendants = claim.defendants.map((defendant) => ({ ...defendant, noFirstName: '' as const }));
  const { version: _, ...answers } = claim;
  const filed = claimToFile({ ...answers, ownNumber: '', plaintiffs: [one], defendants });
  expect(claimV1.parse(JSON.parse(JSON.stringify(filed)))).toEqual(filed);
  expect(titleOfProceeding(filed)).toBe('Suharto v. Northern Elevator Inc.');
});
