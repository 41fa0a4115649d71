'use server';

import { refresh } from 'next/cache';
import { saveTyped, sentFields, sentTyped } from '@/app/[locale]/(justice)/claims/[draft]/saving';
import { claimHref, fieldErrors, hrefAfter, hrefBefore } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { listCourts } from '@/lib/data/courts';
import { courtDay } from '@/lib/domain/calendar';
import { acceptsOn } from '@/lib/domain/court';
import { systemNow } from '@/lib/services/clock';
import { action, redirectTo, refuse } from '@/lib/web/action';
import { forgetKept, keptValues, typedValues } from '@/lib/web/kept';
import { withinLimit } from '@/lib/web/limit';
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

/**
 * Keeps what stands typed in a form of the page at `path`, unchecked, while the person goes on typing.
 * @returns whether it is kept; not when the session has ended, or the draft is submitted or deleted
 */
export async function autosave(path: string, formData: FormData): Promise<boolean> {
  const actor = await currentActor();
  const typed = typedValues(formData);
  const sent = sentTyped.safeParse(typed);
  if (actor.kind !== 'user' || !sent.success || !(await withinLimit('write', actor.userId))) return false;
  if (!(await saveTyped(actor, sent.data, typed, systemNow()))) return false;
  if (Object.keys(await keptValues(path)).length > 0) await forgetKept();
  // The browser holds pages it has shown: Back must not bring up an older answer than the one saved.
  refresh();
  return true;
}

/** An upload under way is activity: it keeps the session open. */
export async function stayAlive(): Promise<void> {
  await currentActor();
}
