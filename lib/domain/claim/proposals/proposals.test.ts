import { expect, it } from 'vitest';
import { plaintiffForm } from '@/lib/domain/claim/party';
import { proposedFields, proposedParties } from '@/lib/domain/claim/proposals/proposals';
import { nothingRead } from '@/lib/domain/claim/reading/reading';
import type { Contact } from '@/lib/domain/contact/contact';
import { ottawaReading, readParty } from '@/lib/testing/claim/reading';

const contact: Contact = {
  ...{ kind: 'individual', lastName: 'Tremblay', firstName: 'Zoé', firm: '' },
  ...{ address: '12 Example Street', city: 'Ottawa', country: 'CA', province: 'ON', postalCode: 'K1A 0A1' },
  ...{ phone: '613-555-0123', extension: '', fax: '', email: 'zoe@example.org' },
};
const lawyer: Contact = { ...contact, kind: 'lawyer', lastName: 'Roy', firstName: 'Ann', firm: 'Roy LLP' };
const nothingKnown = { answers: {}, contact, saved: [] };

it('proposes what was read, and nothing for the rest', () => {
  expect(proposedFields(ottawaReading)).toEqual({
    documentType: 'form-14a',
    court: 'ottawa',
    procedure: 'ordinary',
    classProceeding: 'no',
    language: 'english',
  });
  expect(proposedFields({ ...ottawaReading, form: '14D', simplified: true })).toMatchObject({
    procedure: 'simplified',
  });
  expect(proposedFields({ ...ottawaReading, form: '14D' })).not.toHaveProperty('documentType');
  expect(proposedFields(nothingRead(3, false))).toEqual({});
});

it('knows the whole plaintiff where the filer’s own name was read', () => {
  const [plaintiff, defendant] = proposedParties(ottawaReading, nothingKnown);
  expect(plaintiffForm.parse(plaintiff?.party)).toMatchObject({ city: 'Ottawa', representation: 'self' });
  expect(defendant?.party).toMatchObject({
    organisationName: 'NORTHERN ELEVATOR INC.',
    organisationKind: 'corporation',
    representation: 'unknown',
  });
  expect(defendant?.party).not.toHaveProperty('city');
});

it('does not give the filer’s address to a plaintiff of another name', () => {
  const reading = { ...ottawaReading, parties: [readParty('plaintiff', 'person', 'Jean Roy')] };
  const [plaintiff] = proposedParties(reading, nothingKnown);
  expect(plaintiff?.party).toMatchObject({ lastName: 'Roy', firstName: 'Jean' });
  expect(plaintiff?.party.city).toBeUndefined();
  expect(plaintiff?.party.representation).toBeUndefined();
});

it('fills in from an earlier claim of the same side what the document does not say', () => {
  const saved = [
    { role: 'plaintiff' as const, kind: 'person', lastName: 'Tremblay', firstName: 'Zoé', city: 'Hull' },
    {
      role: 'defendant' as const,
      kind: 'organisation',
      organisationName: 'Northern Elevator Incorporated',
      city: 'Orillia',
    },
  ];
  const parties = proposedParties(ottawaReading, { answers: {}, contact: lawyer, saved });
  expect(parties.map(({ party }) => party.city)).toEqual(['Hull', 'Orillia']);
  expect(parties[1]?.party.organisationName).toBe('NORTHERN ELEVATOR INC.');
});

it('names the lawyer of the plaintiffs, with the number that the document gives to that lawyer', () => {
  const one = { firm: '', address: '', phone: '', email: '', page: 3, forRole: 'plaintiff' as const };
  const lawyers = [
    { ...one, name: 'Pat Doe', lsoNumber: '11111A' },
    { ...one, name: 'ANN ROY', lsoNumber: '22222B' },
  ];
  const [plaintiff] = proposedParties({ ...ottawaReading, lawyers }, { ...nothingKnown, contact: lawyer });
  expect(plaintiff?.party).toMatchObject({
    representation: 'lawyer',
    lawyerName: 'Ann Roy',
    lawyerNumber: '22222B',
  });
});

it('proposes nobody whom the draft has', () => {
  const parties = [
    { id: '1', role: 'plaintiff' as const, kind: 'person', lastName: 'TREMBLAY', firstName: 'Zoe' },
  ];
  const proposed = proposedParties(ottawaReading, { ...nothingKnown, answers: { parties } });
  expect(proposed.map(({ index, read }) => [index, read.role])).toEqual([[1, 'defendant']]);
});

it('keeps what the document says of disability and other names', () => {
  const minor = readParty('plaintiff', 'person', 'Max Roy', {
    ...{ underDisability: 'minor', guardianName: 'Ann Roy', alsoKnownAs: 'Maxi' },
  });
  const [proposed] = proposedParties({ ...ottawaReading, parties: [minor] }, nothingKnown);
  expect(proposed?.party).toMatchObject({
    underDisability: 'minor',
    guardianKind: 'person',
    guardianName: 'Ann Roy',
    alsoKnownAs: 'Maxi',
  });
});
