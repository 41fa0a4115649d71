import { notFound } from 'next/navigation';
import {
  type DraftAnswers,
  PARTY_STEPS,
  type PartyStep,
  STEP_FORMS,
  STEPS,
  type Step,
  stepErrors,
  type TypedStep,
} from '@/lib/domain/claim/claim';
import { defendantForm, plaintiffForm } from '@/lib/domain/claim/party';
import { type Progress, stepState } from '@/lib/domain/claim/progress';
import type { FieldError } from '@/lib/domain/text';
import type { Href } from '@/lib/web/routes/navigation';

/** The page to which a person returns from a step: the review, if a Change link there brought them. */
export type From = 'review' | undefined;

/** Reads `?from=` of a step's URL. */
export function fromOf({ from }: { from?: string | string[] }): From {
  return from === 'review' ? from : undefined;
}

/** The step that a path under [parties] names. Any other path does not exist. */
export function partyStepOf(parties: string): PartyStep {
  return PARTY_STEPS.find((step) => step === parties) ?? notFound();
}

export function claimHref(draft: string): Href {
  return { pathname: '/claims/[draft]', params: { draft } };
}

/** The page that asks for the PDF first. */
export function startHref(draft: string): Href {
  return { pathname: '/claims/[draft]/start', params: { draft } };
}

/** The page that shows what was read from the PDF. */
export function checkHref(draft: string): Href {
  return { pathname: '/claims/[draft]/check', params: { draft } };
}

export function stepHref(draft: string, step: Step, from?: From): Href {
  return { pathname: `/claims/[draft]/${step}`, params: { draft }, ...(from && { query: { from } }) };
}

/** The page of one plaintiff or defendant; 'new' leads to an empty one. */
export function partyHref(draft: string, step: PartyStep, party: string, from?: From): Href {
  return {
    pathname: `/claims/[draft]/${step}/[party]`,
    params: { draft, party },
    ...(from && { query: { from } }),
  };
}

export function hrefAfter(draft: string, step: Step, from: From): Href {
  return stepHref(draft, from ?? STEPS[STEPS.indexOf(step) + 1] ?? 'review');
}

export function hrefBefore(draft: string, step: Step, from: From): Href {
  const before = from ?? STEPS[STEPS.indexOf(step) - 1];
  return before ? stepHref(draft, before) : claimHref(draft);
}

/** The step at which to resume: the one last saved, or, if that is complete, the next incomplete one. */
export function stepToResume(progress: Progress, saved: Step): Step {
  const open = STEPS.slice(STEPS.indexOf(saved)).find((step) => stepState(progress, step) !== 'completed');
  return open ?? 'review';
}

/** The first message key of each field of a step, or of one of its parties, in the order of the form. */
export function fieldErrors(
  answers: DraftAnswers,
  step: TypedStep,
  party?: string,
): Record<string, FieldError> {
  const errors = stepErrors(answers, step).filter((error) => error.party === party);
  const inOrder = Object.keys(formOf(step).shape).flatMap(
    (field) => errors.find((error) => error.field === field) ?? [],
  );
  return Object.fromEntries(
    inOrder.map(({ field = '', error, most }) => [field, most ? { key: 'tooLong', most } : error]),
  );
}

function formOf(step: TypedStep) {
  if (step === 'plaintiffs') return plaintiffForm;
  return step === 'defendants' ? defendantForm : STEP_FORMS[step];
}
