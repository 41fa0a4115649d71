'use server';

import { addField, openReading } from '@/app/[locale]/(justice)/claims/[draft]/check/claim-reading';
import { datedErrors } from '@/app/[locale]/(justice)/claims/[draft]/dated-answers';
import { changesOf } from '@/app/[locale]/(justice)/claims/[draft]/saving/changes';
import { fieldErrors, partyHref, stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { confirmReading } from '@/lib/data/claim/confirm-reading';
import { getDraft, newPartyId } from '@/lib/data/claim/drafts';
import { type DraftAnswers, PARTY_STEPS, STEP_FORMS, stepErrors } from '@/lib/domain/claim/claim';
import type { FieldError } from '@/lib/domain/text';
import { action } from '@/lib/web/action/action';
import { answersOf, seenIn, sentAnswers } from '@/lib/web/action/draft-forms';
import { redirectTo, refuse } from '@/lib/web/action/outcome';
import type { Href } from '@/lib/web/routes/navigation';

/**
 * Save and continue, or Choose another PDF, on the page of what was read. The parties come from the reading itself, so
 * that the form sends only which of them are added.
 */
export const confirm = action(
  { role: 'user', input: sentAnswers, limit: 'write' },
  async ({ actor, input, values, now, courtNow }) => {
    const { draft: reference, go } = input;
    const { proposed } = await openReading(reference);
    const parties = proposed
      .filter((one) => values[addField(one)] === 'on')
      .map(({ party }) => ({ ...party, id: newPartyId() }));
    const answers = answersOf(values);
    const confirmed = { ...answers, parties };
    const changes = await confirmReading(actor, reference, confirmed, now, seenIn(input)).catch(changesOf);
    if (changes) return changes;
    if (go === 'back') return redirectTo(stepHref(reference, 'documents'));
    const errors = await errorsOf(answers, courtNow);
    if (Object.keys(errors).length > 0) return refuse(errors);
    return redirectTo(hrefOfNext(reference, (await getDraft(actor, reference)).answers));
  },
);

async function errorsOf(answers: DraftAnswers, courtNow: Date): Promise<Record<string, FieldError>> {
  const steps = Object.keys(STEP_FORMS) as (keyof typeof STEP_FORMS)[];
  const errors = steps.map((step) => fieldErrors(answers, step));
  return Object.assign({}, ...errors, await datedErrors(answers, courtNow));
}

/** What is still missing of the parties, else the review, to which each of them then returns. */
function hrefOfNext(reference: string, answers: DraftAnswers): Href {
  for (const step of PARTY_STEPS) {
    const [first] = stepErrors(answers, step);
    if (first && !first.party) return stepHref(reference, step);
    if (first?.party) return partyHref(reference, step, first.party, 'review');
  }
  return stepHref(reference, 'review');
}
