import { expect, it } from 'vitest';
import { fieldDifferences, partyDifferences } from '@/lib/domain/claim/proposals/differences';
import { nothingRead } from '@/lib/domain/claim/reading/reading';
import { ottawaReading } from '@/lib/testing/claim/reading';

const parties = [
  { id: '1', role: 'plaintiff' as const, kind: 'person', lastName: 'Tremblay', firstName: 'Zoe' },
  { id: '2', role: 'defendant' as const, kind: 'organisation', organisationName: 'Southern Elevator Inc.' },
];

it('tells answers that the document contradicts, and no others', () => {
  const answers = {
    type: { documentType: 'form-14c' },
    court: { court: 'ottawa' },
    procedure: { procedure: '', classProceeding: 'no' },
    language: { language: 'bilingual' },
  };
  expect(fieldDifferences(answers, ottawaReading)).toEqual([
    { step: 'type', field: 'documentType', typed: 'form-14c', read: 'form-14a' },
  ]);
  expect(fieldDifferences(answers, nothingRead(1, true))).toEqual([]);
});

it('tells parties that stand on one side alone', () => {
  expect(partyDifferences({ parties }, ottawaReading)).toEqual([
    { step: 'defendants', typed: ['Southern Elevator Inc.'], read: ['NORTHERN ELEVATOR INC.'] },
  ]);
  expect(partyDifferences({}, ottawaReading)).toEqual([]);
  expect(partyDifferences({ parties }, { ...ottawaReading, parties: [] })).toEqual([]);
});
