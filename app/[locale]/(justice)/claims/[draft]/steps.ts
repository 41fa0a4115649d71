import {
  type DraftAnswers,
  STEP_FORMS,
  STEPS,
  type Step,
  stepErrors,
  type TypedStep,
} from '@/lib/domain/claim';
import { defendantForm, plaintiffForm } from '@/lib/domain/party';
import { type Progress, stepState } from '@/lib/domain/progress';
import type { Href } from '@/lib/web/navigation';

/** Where a person goes from a step: to the review, when a Change link there brought them. */
export type From = 'review' | undefined;

/** Reads `?from=` of a step's address. */
export function fromOf({ from }: { from?: string | string[] }): From {
  return from === 'review' ? from : undefined;
}

export function claimHref(draft: string): Href {
  return { pathname: '/claims/[draft]', params: { draft } };
}

export function stepHref(draft: string, step: Step, from?: From): Href {
  return { pathname: `/claims/[draft]/${step}`, params: { draft }, query: from && { from } };
}

/** The page of one plaintiff or defendant; 'new' leads to an empty one. */
export function partyHref(
  draft: string,
  step: 'plaintiffs' | 'defendants',
  party: string,
  from?: From,
): Href {
  return { pathname: `/claims/[draft]/${step}/[party]`, params: { draft, party }, query: from && { from } };
}

export function hrefAfter(draft: string, step: Step, from: From): Href {
  return stepHref(draft, from ?? STEPS[STEPS.indexOf(step) + 1] ?? 'review');
}

export function hrefBefore(draft: string, step: Step, from: From): Href {
  const before = from ?? STEPS[STEPS.indexOf(step) - 1];
  return before ? stepHref(draft, before) : claimHref(draft);
}

/** The step to go on with: the one last saved, unless it is complete, then the next that is not. */
export function stepToResume(progress: Progress, saved: Step): Step {
  const open = STEPS.slice(STEPS.indexOf(saved)).find((step) => stepState(progress, step) !== 'completed');
  return open ?? 'review';
}

/** The first message key of each field of a step, or of one party of it, in the order of the form. */
export function fieldErrors(answers: DraftAnswers, step: TypedStep, party?: string): Record<string, string> {
  const errors = stepErrors(answers, step).filter((error) => error.party === party);
  const inOrder = Object.keys(formOf(step).shape).flatMap(
    (field) => errors.find((error) => error.field === field) ?? [],
  );
  return Object.fromEntries(inOrder.map(({ field = '', error }) => [field, error]));
}

function formOf(step: TypedStep) {
  if (step === 'plaintiffs') return plaintiffForm;
  return step === 'defendants' ? defendantForm : STEP_FORMS[step];
}
