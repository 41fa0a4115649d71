'use server';

import { refresh } from 'next/cache';
import { propose } from '@/lib/data/approval/proposals';
import { courtDay } from '@/lib/domain/court/calendar';
import { endingForm, keptReasonForm } from '@/lib/domain/filing/holds/kept-reason';
import { action } from '@/lib/web/action/action';
import { done, refuse } from '@/lib/web/action/outcome';

/** Proposes a reason for holds, or other words for one from a day on. */
export const keep = action(
  { role: 'registrar', input: keptReasonForm, limit: 'write' },
  async ({ actor, input: { reasonCode: code, keepingReason, activeUntil, ...kept }, now, courtNow }) => {
    if (kept.activeFrom < courtDay(courtNow)) return refuse({ activeFrom: 'activeFromPast' });
    const wish = { kind: 'keep-hold-reason' as const, code, ...kept, activeUntil: activeUntil || null };
    await propose(actor, wish, keepingReason, { now, courtNow });
    refresh();
    return done();
  },
);

/** Proposes the last day of a reason for holds. */
export const end = action(
  { role: 'registrar', input: endingForm, limit: 'write' },
  async ({ actor, input: { endedReason: id, endsOn: activeUntil, endingReason }, now, courtNow }) => {
    if (activeUntil < courtDay(courtNow)) return refuse({ endsOn: 'endsInPast' });
    const wish = { kind: 'end-hold-reason' as const, id, activeUntil };
    await propose(actor, wish, endingReason, { now, courtNow });
    refresh();
    return done();
  },
);
