import {
  type DraftAnswers,
  fieldEntries,
  PARTY_STEPS,
  type PartyStep,
  partiesOf,
  roleOf,
  type Step,
} from '@/lib/domain/claim/claim';
import { partyName } from '@/lib/domain/claim/party';
import { isSame, type ProposedFields, proposedFields } from '@/lib/domain/claim/proposals/proposals';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';

/** An answer that the document contradicts: both as the form has them, such as `form-14a`. */
export type FieldDifference = {
  step: Exclude<Step, PartyStep>;
  field: keyof ProposedFields;
  typed: string;
  read: string;
};

/** Parties that the document names and the draft does not (`read`), and those that stand in the draft alone (`typed`). */
export type PartyDifference = { step: PartyStep; typed: string[]; read: string[] };

const stepOfField = {
  documentType: 'type',
  court: 'court',
  procedure: 'procedure',
  classProceeding: 'procedure',
  language: 'language',
} as const;

/**
 * Where the answers differ from what the document says. What is not answered or was not read differs in nothing. An
 * answer `bilingual` agrees with a document in either language.
 */
export function fieldDifferences(answers: DraftAnswers, reading: ClaimReading): FieldDifference[] {
  const typed = fieldEntries(answers);
  return Object.entries(proposedFields(reading)).flatMap(([name, read]) => {
    const field = name as keyof ProposedFields;
    const given = typed[field];
    const differs = given && given !== read && given !== 'bilingual';
    return differs ? [{ step: stepOfField[field], field, typed: given, read }] : [];
  });
}

/** The parties in which the draft and the document differ, if the document names any on that side. */
export function partyDifferences(answers: DraftAnswers, reading: ClaimReading): PartyDifference[] {
  return PARTY_STEPS.flatMap((step) => {
    const typed = partiesOf(answers, roleOf(step));
    const read = reading.parties.filter(({ role }) => role === roleOf(step));
    if (typed.length === 0 || read.length === 0) return [];
    const found = {
      step,
      typed: typed.filter((party) => !read.some((one) => isSame(party, one))).map(partyName),
      read: read.filter((one) => !typed.some((party) => isSame(party, one))).map(({ name }) => name),
    };
    return found.typed.length + found.read.length > 0 ? [found] : [];
  });
}
