'use server';

import { claimHref, fieldErrors, hrefAfter, hrefBefore } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { listCourts } from '@/lib/data/courts';
import { courtDay } from '@/lib/domain/calendar';
import { acceptsOn } from '@/lib/domain/court';
import { action, redirectTo, refuse } from '@/lib/web/action';
import { saveTyped, sentFields } from '@/lib/web/draft-forms';
import { currentActor } from '@/lib/web/session';

/** Save and continue, or Back, on a step of fields. */
export const leaveStep = action(
  { role: 'user', input: sentFields, limit: 'write' },
  async ({ actor, input, typed, now, courtNow }) => {
    const { draft, step, go, from } = input;
    if (!(await saveTyped(actor, input, typed, now))) return redirectTo(claimHref(draft));
    if (go === 'back') return redirectTo(hrefBefore(draft, step, from));
    const errors = fieldErrors({ [step]: typed }, step);
    if (step === 'court' && typed.court && !(await accepts(typed.court, courtNow))) {
      errors.court = 'courtNotAccepting';
    }
    return Object.keys(errors).length > 0 ? refuse(errors) : redirectTo(hrefAfter(draft, step, from));
  },
);

async function accepts(courtId: string, courtNow: Date): Promise<boolean> {
  const court = (await listCourts()).find(({ id }) => id === courtId);
  return court !== undefined && acceptsOn(court, courtDay(courtNow));
}

/** An upload under way is activity: it keeps the session open. */
export async function stayAlive(): Promise<void> {
  await currentActor();
}
