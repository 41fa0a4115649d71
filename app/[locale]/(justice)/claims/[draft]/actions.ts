'use server';

import { datedErrors } from '@/app/[locale]/(justice)/claims/[draft]/dated-answers';
import { changesOf } from '@/app/[locale]/(justice)/claims/[draft]/saving/changes';
import { claimHref, fieldErrors, hrefAfter, hrefBefore } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { action } from '@/lib/web/action/action';
import { saveFormValues, sentFields } from '@/lib/web/action/draft-forms';
import { redirectTo, refuse } from '@/lib/web/action/outcome';
import { currentActor } from '@/lib/web/session/session';

/** Save and continue, or Back, on a step with fields. */
export const leaveStep = action(
  { role: 'user', input: sentFields, limit: 'write' },
  async ({ actor, input, values, now, courtNow }) => {
    const { draft, step, go, from } = input;
    const saved = await saveFormValues(actor, input, values, now).catch(changesOf);
    if (typeof saved !== 'boolean') return saved;
    if (!saved) return redirectTo(claimHref(draft));
    if (go === 'back') return redirectTo(hrefBefore(draft, step, from));
    const answers = { [step]: values };
    const errors = { ...fieldErrors(answers, step), ...(await datedErrors(answers, courtNow)) };
    return Object.keys(errors).length > 0 ? refuse(errors) : redirectTo(hrefAfter(draft, step, from));
  },
);

/** Counts an upload under way as activity, which keeps the session open. */
export async function stayAlive(): Promise<void> {
  await currentActor();
}
