import { type DraftAnswers, type PartyAnswers, partiesOf } from '@/lib/domain/claim/claim';
import { OTHER_FILE_KINDS } from '@/lib/domain/claim/file-kind';
import { CORRECTION_KINDS } from '@/lib/domain/claim/later/correction';
import { GROUND_KIND, LATER_KINDS } from '@/lib/domain/claim/later/later';
import { isUnderDisability } from '@/lib/domain/claim/party';
import type { IsoDate } from '@/lib/domain/court/day';

/** The kinds of document that can be uploaded with a claim. */
export const CLAIM_KINDS = ['claim', 'guardian-affidavit', 'bilingual-request', 'french-consent'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Every kind of document that the court takes; messages `documentKind.*`. */
export const DOCUMENT_KINDS = [...CLAIM_KINDS, ...LATER_KINDS, GROUND_KIND, ...CORRECTION_KINDS] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** r. 7.02: each plaintiff under disability may act through another person, with an affidavit of their own. */
const KINDS_OF_SEVERAL: readonly DocumentKind[] = ['guardian-affidavit'];

/** Whether a draft may have several documents of a kind. Of the others a newer one takes the place of the older. */
export const maySeveral = (kind: DocumentKind): boolean => KINDS_OF_SEVERAL.includes(kind);

/** The place of each document among those of its kind, from 1; null for the only one of its kind. */
export function placesOfKinds(kinds: readonly DocumentKind[]): (number | null)[] {
  return kinds.map((kind, at) => {
    const isAlone = kinds.filter((other) => other === kind).length === 1;
    return isAlone ? null : kinds.slice(0, at + 1).filter((other) => other === kind).length;
  });
}

/** The words for a document with its place among those of its kind, as file names and lists have them. */
export const numbered = (words: string, nth: number | null | undefined): string =>
  nth ? `${words} (${nth})` : words;

export type AskedDocument = { kind: ClaimKind; required: boolean };

/** The largest permitted file in bytes: 35 MB. */
export const MAX_BYTES = 35 * 1024 * 1024;

/** The most files that a draft holds, arriving ones with them. */
export const MOST_FILES = 10;

/** The most that the documents of a person's drafts may take up together, in bytes: 500 MB. */
export const MOST_DRAFT_BYTES = 500 * 1024 * 1024;

/** Whether a person should hear how little space is left for drafts: from 80 % on. */
export const isDraftSpaceShort = (bytes: number): boolean => bytes >= 0.8 * MOST_DRAFT_BYTES;

/** Why a file is refused; messages `refusal.*`. */
export const REFUSAL_CODES = [
  ...OTHER_FILE_KINDS,
  'malware',
  'password',
  'no-pages',
  'corrupt',
  'too-large',
  'too-slow',
  'too-complex',
  'budget-spent',
  'foreign-encryption',
  'dynamic-form',
  'active-content',
  'embedded-files',
  'changing-layers',
  'certified-final',
  'already-sealed',
  'no-room',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

type Rule = {
  kind: ClaimKind;
  /** First and last day (inclusive) on which the kind can be filed with a claim. */
  from: IsoDate;
  until?: IsoDate;
  applies: (answers: DraftAnswers) => boolean;
  /** Whether these answers make the document optional. */
  spared?: (answers: DraftAnswers) => boolean;
};

// The accounts, and with them these documents, began on October 23, 2017.
const SERVICE_BEGAN = '2017-10-23';

const RULES: Rule[] = [
  { kind: 'claim', from: SERVICE_BEGAN, applies: () => true },
  // r. 7.02: filed with the originating process, but not by the Children's Lawyer or the Public Guardian and
  // Trustee
  {
    kind: 'guardian-affidavit',
    from: SERVICE_BEGAN,
    applies: (answers) => guarded(answers).length > 0,
    spared: (answers) => guarded(answers).every(({ guardianKind = 'person' }) => guardianKind !== 'person'),
  },
  // O. Reg. 53/01, s. 5(1)(a): the right to a bilingual proceeding is exercised by a requisition or a
  // statement
  {
    kind: 'bilingual-request',
    from: SERVICE_BEGAN,
    applies: ({ language }) => language?.language === 'bilingual',
  },
  // Courts of Justice Act, s. 126(2) para. 7: outside the areas of Schedule 2 French documents needed a
  // consent, until French could be filed in every court on February 1, 2022 (Accelerating Access to Justice
  // Act, 2021); the leftover reference in r. 4.05.1(2) was removed by O. Reg. 12/24.
  { kind: 'french-consent', from: SERVICE_BEGAN, until: '2022-01-31', applies: needsFrenchConsent },
];

/**
 * Offices in the areas of Schedule 2 to s. 126 of the Courts of Justice Act as it stood until 2022, by court
 * id.
 */
const FRENCH_DOCUMENT_COURTS = [
  'barrie',
  'brampton',
  'chatham',
  'cochrane',
  'cornwall',
  'haileybury',
  'hamilton',
  'kenora',
  'london',
  'lorignal',
  'north-bay',
  'ottawa',
  'pembroke',
  'sault-ste-marie',
  'sudbury',
  'thunder-bay',
  'timmins',
  'toronto',
  'welland',
  'windsor',
];

/**
 * The documents that the rules in force on a day ask for with a claim. First comes the claim itself, exactly
 * one.
 */
export function documentsFor(answers: DraftAnswers, on: IsoDate): AskedDocument[] {
  return RULES.filter(({ from, until = on }) => from <= on && on <= until)
    .filter(({ applies }) => applies(answers))
    .map(({ kind, spared }) => ({ kind, required: !spared?.(answers) }));
}

/** The kinds that must still be uploaded before a claim can be submitted. */
export function missingDocuments(
  answers: DraftAnswers,
  uploaded: readonly DocumentKind[],
  on: IsoDate,
): ClaimKind[] {
  return documentsFor(answers, on)
    .filter(({ kind, required }) => required && !uploaded.includes(kind))
    .map(({ kind }) => kind);
}

function guarded(answers: DraftAnswers): PartyAnswers[] {
  return partiesOf(answers, 'plaintiff').filter(isUnderDisability);
}

function needsFrenchConsent({ language, court }: DraftAnswers): boolean {
  return language?.language === 'french' && !!court?.court && !FRENCH_DOCUMENT_COURTS.includes(court.court);
}
