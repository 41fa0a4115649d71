import {
  type DraftAnswers,
  parseClaim,
  partiesOf,
  STEPS,
  type Step,
  stepErrors,
  type TypedStep,
} from '@/lib/domain/claim/claim';
import { type DocumentKind, missingDocuments } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';

/** Messages `stepState.*`. */
export type StepState = 'notStarted' | 'inProgress' | 'completed';

/**
 * The facts about a draft that a task list is made from: the entries, the uploaded kinds, and the court's
 * date.
 */
export type Progress = { answers: DraftAnswers; uploaded: readonly DocumentKind[]; on: IsoDate };

/**
 * The state of a step. The review is `inProgress` once all steps before it are completed; submitting
 * completes it.
 */
export function stepState(progress: Progress, step: Step): StepState {
  if (step === 'documents') return documentsState(progress);
  if (step === 'review') return isReady(progress) ? 'inProgress' : 'notStarted';
  if (stepErrors(progress.answers, step).length === 0) return 'completed';
  return isStarted(progress.answers, step) ? 'inProgress' : 'notStarted';
}

/** The steps that keep a draft from its review, in order. */
export function missingSteps(progress: Progress): Step[] {
  return STEPS.filter((step) => step !== 'review' && stepState(progress, step) !== 'completed');
}

function documentsState({ answers, uploaded, on }: Progress): StepState {
  if (missingDocuments(answers, uploaded, on).length === 0) return 'completed';
  return uploaded.length > 0 ? 'inProgress' : 'notStarted';
}

function isReady({ answers, uploaded, on }: Progress): boolean {
  return parseClaim(answers).ok && missingDocuments(answers, uploaded, on).length === 0;
}

function isStarted(answers: DraftAnswers, step: TypedStep): boolean {
  if (step === 'plaintiffs') return partiesOf(answers, 'plaintiff').length > 0;
  if (step === 'defendants') return partiesOf(answers, 'defendant').length > 0;
  return Object.values(answers[step] ?? {}).some(Boolean);
}
