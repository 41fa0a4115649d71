import { type DraftAnswers, type PartyAnswers, partiesOf } from '@/lib/domain/claim/claim';
import { partyName } from '@/lib/domain/claim/party';
import { prefilled } from '@/lib/domain/claim/proposals/prefilled';
import { sameName } from '@/lib/domain/claim/proposals/same-name';
import { writtenName } from '@/lib/domain/claim/proposals/written-name';
import type { ClaimReading, ReadForm, ReadLawyer, ReadParty } from '@/lib/domain/claim/reading/reading';
import { type Contact, contactName } from '@/lib/domain/contact/contact';
import { joinNames } from '@/lib/domain/contact/person-name';

/** A statement of claim after a notice of action (Form 14D) starts nothing, so that it proposes no type. */
const TYPES: Record<ReadForm, string | undefined> = {
  '14A': 'form-14a',
  '14B': 'form-14b',
  '14C': 'form-14c',
  '14D': undefined,
};

/** The entries of one-question steps that are proposed, by the names of their fields. */
export type ProposedFields = Partial<
  Record<'documentType' | 'court' | 'procedure' | 'classProceeding' | 'language', string>
>;

/** What a reading proposes for the steps of one question each. */
export function proposedFields(reading: ClaimReading): ProposedFields {
  const { form, court, simplified, classProceeding, language } = reading;
  const given = {
    documentType: form ? TYPES[form] : undefined,
    court: court?.id ?? undefined,
    // r. 76.02(2): a claim under Rule 76 says that it is
    procedure: simplified === null ? undefined : simplified ? 'simplified' : 'ordinary',
    classProceeding: classProceeding === null ? undefined : classProceeding ? 'yes' : 'no',
    language: language ?? undefined,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** A party that the draft does not have yet: what was read, its place among all that were, and the entries for it. */
export type ProposedParty = { index: number; read: ReadParty; party: Omit<PartyAnswers, 'id'> };

type Known = {
  answers: DraftAnswers;
  contact: Contact;
  /** The filer's number of the Law Society of Ontario. */
  lawyerNumber?: string | undefined;
  /** Parties of earlier claims, which give what a claim does not say. */
  saved: readonly Omit<PartyAnswers, 'id'>[];
};

/**
 * The parties that a reading proposes beside those of the draft, in the order of the document. What the document does
 * not say comes from the parties of earlier claims and, for the filer and their clients, from the contact information.
 */
export function proposedParties(reading: ClaimReading, known: Known): ProposedParty[] {
  const isNew = (read: ReadParty) =>
    !partiesOf(known.answers, read.role).some((party) => isSame(party, read));
  return reading.parties
    .map((read, index) => ({ index, read, party: partyOf(read, reading.lawyers, known) }))
    .filter(({ read }) => isNew(read));
}

/** Whether a party of a draft is the one that was read. */
export function isSame(party: Parameters<typeof partyName>[0], read: ReadParty): boolean {
  return sameName(partyName(party), read.name) || sameName(partyName(party), partyName(namesOf(read)));
}

function partyOf(read: ReadParty, lawyers: ReadLawyer[], known: Known): Omit<PartyAnswers, 'id'> {
  const earlier = known.saved.find((party) => party.role === read.role && isSame(party, read));
  return {
    ...usual(read, known),
    ...(read.role === 'plaintiff' ? lawyerOf(lawyers, known.contact) : {}),
    ...earlier,
    ...namesOf(read),
    ...read.address,
    alsoKnownAs: read.alsoKnownAs,
    ...(read.underDisability && {
      underDisability: read.underDisability,
      guardianKind: read.guardianKind ?? 'person',
      guardianName: writtenName(read.guardianName),
    }),
    role: read.role,
  };
}

/** The filer's own details are those of a plaintiff only if the names agree. */
function usual(read: ReadParty, { contact, lawyerNumber }: Known) {
  if (read.role === 'defendant')
    return { ...prefilled('defendants', contact, false), representation: 'unknown' };
  const isFiler = contact.kind === 'individual' && sameName(contactName(contact), read.name);
  return prefilled('plaintiffs', contact, isFiler, lawyerNumber);
}

function namesOf(read: ReadParty) {
  if (read.kind === 'organisation') {
    const { kind, organisationName, organisationKind } = read;
    return { kind, organisationName: organisationName || read.name, organisationKind };
  }
  const [firstName, middleName] = [writtenName(read.firstName), writtenName(read.middleName)];
  const noFirstName = joinNames(firstName, middleName) === '' ? 'on' : '';
  return { kind: read.kind, lastName: lastNameOf(read), firstName, middleName, noFirstName };
}

/** A family name is written within its whole name: a particle before another word of it is small. */
function lastNameOf({ name, firstName, lastName }: ReadParty): string {
  if (!firstName) return writtenName(lastName || name);
  return writtenName(`${firstName} ${lastName}`).slice(firstName.length + 1);
}

/** The number by which the Law Society of Ontario knows the filer, if the document has it. */
function lawyerOf(lawyers: ReadLawyer[], contact: Contact) {
  if (contact.kind !== 'lawyer') return {};
  const filer = lawyers.find(({ name }) => sameName(name, contactName(contact)));
  return filer?.lsoNumber ? { lawyerNumber: filer.lsoNumber } : {};
}
