import { z } from 'zod';
import { NATURES } from '@/lib/domain/nature';
import {
  defendantForm,
  PARTY_ROLES,
  type Party,
  type PartyField,
  type PartyRole,
  partyForm,
  partyName,
  plaintiffForm,
} from '@/lib/domain/party';
import { type FieldErrors, required, withRules } from '@/lib/domain/text';

/** The steps of a claim in their order; each is a page `/claims/[draft]/<step>`. */
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

export const DOCUMENT_TYPES = ['form-14a', 'form-14b', 'form-14c'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const PROCEDURES = ['ordinary', 'simplified'] as const;
export const LANGUAGES = ['english', 'french', 'bilingual'] as const;

export const typeStep = z.object({ documentType: z.enum(DOCUMENT_TYPES, { error: 'chooseDocumentType' }) });

/** `court` is the id of a court; whether it exists and accepts on the day is for those who have the courts. */
export const courtStep = z.object({ court: required('chooseCourt', 60) });

export const natureStep = z.object({ nature: z.enum(NATURES, { error: 'chooseNature' }) });

/** What Form 14F asks of the procedure; Rule 76 does not apply to class proceedings (r. 76.01(1)). */
export const procedureStep = withRules(
  z.object({
    procedure: z.enum(PROCEDURES, { error: 'chooseProcedure' }),
    classProceeding: z.enum(['yes', 'no'], { error: 'chooseClassProceeding' }),
  }),
  ({ procedure, classProceeding }): FieldErrors =>
    procedure === 'simplified' && classProceeding === 'yes' ? { procedure: 'classNotSimplified' } : {},
);

export const languageStep = z.object({ language: z.enum(LANGUAGES, { error: 'chooseLanguage' }) });

/** A party as typed; `id` tells the parties of a draft apart. */
export type PartyAnswers = { id: string; role: PartyRole } & Partial<Record<PartyField, string>>;

/** What was typed at each step of a draft, raw: it may be incomplete or wrong. */
export type DraftAnswers = {
  type?: { documentType?: string };
  court?: { court?: string };
  nature?: { nature?: string };
  procedure?: { procedure?: string; classProceeding?: string };
  language?: { language?: string };
  parties?: PartyAnswers[];
};

/** A complete claim. */
export type Claim = z.output<typeof typeStep> &
  z.output<typeof courtStep> &
  z.output<typeof natureStep> &
  z.output<typeof procedureStep> &
  z.output<typeof languageStep> & { plaintiffs: Party[]; defendants: Party[] };

/** The steps that are typed: all but the documents and the review. */
export type TypedStep = Exclude<Step, 'documents' | 'review'>;

/** A message key at a field of a step; `party` is the id of the party it is about; no field: a party is missing. */
export type StepError = { field?: string; party?: string; error: string };
export type Missing = { step: TypedStep; errors: StepError[] };

/** The forms of the steps that are one form of fields. */
export const STEP_FORMS = {
  type: typeStep,
  court: courtStep,
  nature: natureStep,
  procedure: procedureStep,
  language: languageStep,
};
export type FieldStep = keyof typeof STEP_FORMS;

/** What a step still lacks; nothing when it is complete. */
export function stepErrors(answers: DraftAnswers, step: TypedStep): StepError[] {
  if (step === 'plaintiffs') return partyErrors(answers, 'plaintiff', 'addPlaintiff');
  if (step === 'defendants') return partyErrors(answers, 'defendant', 'addDefendant');
  return fieldErrors(STEP_FORMS[step], answers[step] ?? {});
}

/** The whole claim from what was typed, or what its steps still lack, in their order. Documents are apart. */
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

/** A party as it would be filed: what was typed, with trifles mended. What cannot be filed yet stays as typed. */
export function asFiled(party: PartyAnswers): PartyAnswers {
  return { ...party, ...partyForm(party.role).safeParse(party).data };
}

export function partiesOf(answers: DraftAnswers, role: PartyRole): PartyAnswers[] {
  return (answers.parties ?? []).filter((party) => party.role === role);
}

/** The short title of a proceeding, as on a backsheet (r. 4.02(3)), in the language of the proceeding. */
export function titleOfProceeding(claim: Pick<Claim, 'language' | 'plaintiffs' | 'defendants'>): string {
  const [versus, others] = claim.language === 'french' ? ['c.', 'et autres'] : ['v.', 'et al.'];
  const side = ([first, ...rest]: Party[]) =>
    [first && partyName(first), rest.length > 0 && others].filter(Boolean).join(' ');
  return `${side(claim.plaintiffs)} ${versus} ${side(claim.defendants)}`;
}

/** What can be said of a draft's parties so far: the name of the first of each side, or nothing. */
export function titleSoFar(answers: DraftAnswers): string {
  const versus = answers.language?.language === 'french' ? ' c. ' : ' v. ';
  const [plaintiff, defendant] = PARTY_ROLES.map((role) => partyName(partiesOf(answers, role)[0] ?? {}));
  return plaintiff || defendant ? `${plaintiff || '…'}${versus}${defendant || '…'}` : '';
}

function partyErrors(answers: DraftAnswers, role: PartyRole, noneError: string): StepError[] {
  const parties = partiesOf(answers, role);
  if (parties.length === 0) return [{ error: noneError }];
  return parties.flatMap((party) =>
    fieldErrors(partyForm(role), party).map((error) => ({ ...error, party: party.id })),
  );
}

function fieldErrors(form: z.ZodType, typed: unknown): StepError[] {
  const issues = form.safeParse(typed).error?.issues ?? [];
  return issues.map(({ path, message }) => ({ field: String(path[0]), error: message }));
}
