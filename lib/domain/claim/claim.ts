import { z } from 'zod';
import {
  defendantForm,
  PARTY_ROLES,
  type Party,
  type PartyField,
  type PartyRole,
  partyForm,
  partyName,
  plaintiffForm,
} from '@/lib/domain/claim/party';
import { errorKey, errorOf, type FieldErrors, optional, required, withRules } from '@/lib/domain/text';
import type { ErrorKey } from '@/lib/messages/catalogue';

/** The steps of a claim in order. Each is a page `/claims/[draft]/<step>`. */
export const STEPS = [
  'type',
  'court',
  'nature',
  'procedure',
  'language',
  'plaintiffs',
  'defendants',
  'documents',
  'review',
] as const;
export type Step = (typeof STEPS)[number];

/** The steps that list parties. */
export const PARTY_STEPS = ['plaintiffs', 'defendants'] as const;
export type PartyStep = (typeof PARTY_STEPS)[number];

export function roleOf(step: PartyStep): PartyRole {
  return step === 'plaintiffs' ? 'plaintiff' : 'defendant';
}

export const DOCUMENT_TYPES = ['form-14a', 'form-14b', 'form-14c'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Which paper a claim is, for sentences about it: their words and forms differ in French. */
export const paperOf = (documentType: DocumentType) =>
  documentType === 'form-14c' ? ('notice' as const) : ('claim' as const);

export const PROCEDURES = ['ordinary', 'simplified'] as const;
export const LANGUAGES = ['english', 'french', 'bilingual'] as const;

/** `ownNumber`: the number by which a firm knows its file. It is the filer's alone and no part of the claim. */
export const typeStep = z.object({
  documentType: z.enum(DOCUMENT_TYPES, { error: errorKey('chooseDocumentType') }),
  ownNumber: optional(60),
});

/**
 * `court` is the id of a court. Callers that have the courts check whether it exists and accepts claims on
 * the day.
 */
export const courtStep = z.object({ court: required('chooseCourt', 60) });

/** `nature` is the id of a nature. Callers that have the natures check whether it can be chosen on the day. */
export const natureStep = z.object({ nature: required('chooseNature', 60) });

/**
 * The answers about the procedure that Form 14F asks for. Rule 76 does not apply to class proceedings (r.
 * 76.01(1)).
 */
export const procedureStep = withRules(
  z.object({
    procedure: z.enum(PROCEDURES, { error: errorKey('chooseProcedure') }),
    classProceeding: z.enum(['yes', 'no'], { error: errorKey('chooseClassProceeding') }),
  }),
  ({ procedure, classProceeding }): FieldErrors =>
    procedure === 'simplified' && classProceeding === 'yes' ? { procedure: 'classNotSimplified' } : {},
);

export const languageStep = z.object({ language: z.enum(LANGUAGES, { error: errorKey('chooseLanguage') }) });

/** Plaintiffs and defendants together. */
export const MOST_PARTIES = 100;

/** A party as typed; `id` distinguishes the parties of a draft. */
export type PartyAnswers = { id: string; role: PartyRole } & Partial<Record<PartyField, string>>;

/** The entries of each step of a draft as typed: they may be incomplete or wrong. */
export type DraftAnswers = {
  type?: { documentType?: string; ownNumber?: string };
  court?: { court?: string };
  nature?: { nature?: string };
  procedure?: { procedure?: string; classProceeding?: string };
  language?: { language?: string };
  parties?: PartyAnswers[] | undefined;
};

/** The entries of the steps of one question each, by their fields, without those that are not answered. */
export function fieldEntries({
  type,
  court,
  nature,
  procedure,
  language,
}: DraftAnswers): Record<string, string> {
  const entries = Object.entries({ ...type, ...court, ...nature, ...procedure, ...language });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** A complete claim. */
export type Claim = z.output<typeof typeStep> &
  z.output<typeof courtStep> &
  z.output<typeof natureStep> &
  z.output<typeof procedureStep> &
  z.output<typeof languageStep> & { plaintiffs: Party[]; defendants: Party[] };

/** The steps with fields: all except the documents and the review. */
export type TypedStep = Exclude<Step, 'documents' | 'review'>;

/**
 * A message key for a field of a step; `party` is the id of the party concerned. Without a field, a party is
 * missing, or there are too many. `most`: the most characters, of a text that is too long.
 */
export type StepError = { field?: string; party?: string; error: ErrorKey; most?: number };
export type Missing = { step: TypedStep; errors: StepError[] };

/** The forms of the steps that consist of one form. */
export const STEP_FORMS = {
  type: typeStep,
  court: courtStep,
  nature: natureStep,
  procedure: procedureStep,
  language: languageStep,
};
export type FieldStep = keyof typeof STEP_FORMS;

/** The errors of a step, empty if it is complete. */
export function stepErrors(answers: DraftAnswers, step: TypedStep): StepError[] {
  if (step === 'plaintiffs') return partyErrors(answers, 'plaintiff', 'addPlaintiff');
  if (step === 'defendants') return partyErrors(answers, 'defendant', 'addDefendant');
  return fieldErrors(STEP_FORMS[step], answers[step] ?? {});
}

/**
 * The whole claim from the entries, or the errors of its steps, in order. Documents are checked elsewhere.
 */
export function parseClaim(
  answers: DraftAnswers,
): { ok: true; claim: Claim } | { ok: false; missing: Missing[] } {
  const missing = STEPS.filter((step) => step !== 'documents' && step !== 'review')
    .map((step) => ({ step, errors: stepErrors(answers, step) }))
    .filter(({ errors }) => errors.length > 0);
  if (missing.length > 0) return { ok: false, missing };
  const claim = {
    ...typeStep.parse(answers.type),
    ...courtStep.parse(answers.court),
    ...natureStep.parse(answers.nature),
    ...procedureStep.parse(answers.procedure),
    ...languageStep.parse(answers.language),
    plaintiffs: partiesOf(answers, 'plaintiff').map((party) => plaintiffForm.parse(party)),
    defendants: partiesOf(answers, 'defendant').map((party) => defendantForm.parse(party)),
  };
  return { ok: true, claim };
}

/**
 * A party as it would be filed: the entries with small corrections. Entries that cannot be filed yet stay as
 * typed.
 */
export function asFiled(party: PartyAnswers): PartyAnswers {
  return { ...party, ...partyForm(party.role).safeParse(party).data };
}

export function partiesOf(answers: DraftAnswers, role: PartyRole): PartyAnswers[] {
  return (answers.parties ?? []).filter((party) => party.role === role);
}

type Named = Parameters<typeof partyName>[0];
type Titled = Pick<Claim, 'language'> & { plaintiffs: Named[]; defendants: Named[] };

/** The short title of a proceeding, as on a backsheet (r. 4.02(3)), in the language of the proceeding. */
export function titleOfProceeding(claim: Titled): string {
  const [versus, others] = claim.language === 'french' ? ['c.', 'et autres'] : ['v.', 'et al.'];
  const side = ([first, ...rest]: Named[]) =>
    [first && partyName(first), rest.length > 0 && others].filter(Boolean).join(' ');
  return `${side(claim.plaintiffs)} ${versus} ${side(claim.defendants)}`;
}

/** The title of a draft so far: the name of the first party of each side, or nothing. */
export function titleSoFar(answers: DraftAnswers): string {
  const versus = answers.language?.language === 'french' ? ' c. ' : ' v. ';
  const [plaintiff, defendant] = PARTY_ROLES.map((role) => partyName(partiesOf(answers, role)[0] ?? {}));
  return plaintiff || defendant ? `${plaintiff || '…'}${versus}${defendant || '…'}` : '';
}

function partyErrors(answers: DraftAnswers, role: PartyRole, noneError: ErrorKey): StepError[] {
  const parties = partiesOf(answers, role);
  if (parties.length === 0) return [{ error: noneError }];
  const tooMany: StepError[] =
    (answers.parties ?? []).length > MOST_PARTIES ? [{ error: errorKey('tooManyParties') }] : [];
  const wrong = parties.flatMap((party) =>
    fieldErrors(partyForm(role), party).map((error) => ({ ...error, party: party.id })),
  );
  return [...tooMany, ...wrong];
}

function fieldErrors(form: z.ZodType, typed: unknown): StepError[] {
  const issues = form.safeParse(typed).error?.issues ?? [];
  return issues.map((issue) => {
    const [field, error] = [String(issue.path[0]), errorOf(issue)];
    return typeof error === 'string' ? { field, error } : { field, error: error.key, most: error.most };
  });
}
