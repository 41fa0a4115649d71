'use server';

import { refresh } from 'next/cache';
import { declareOutage, endOutage, retractOutage } from '@/lib/data/court/outages';
import { instantOf, outageEndForm, outageForm, outageRetractionForm } from '@/lib/domain/health/outage-form';
import { action } from '@/lib/web/action/action';
import { done, redirectTo } from '@/lib/web/action/outcome';

/** Declares an outage, lasting or over. */
export const declare = action(
  { role: 'registrar', input: outageForm, limit: 'write' },
  async ({ actor, input: { startOn, startTime, endOn, endTime, whatEn, whatFr }, now, courtNow }) => {
    const startedAt = instantOf(startOn, startTime);
    const endedAt = endOn ? instantOf(endOn, endTime) : null;
    await declareOutage(actor, { startedAt, endedAt, whatEn, whatFr }, { now, courtNow });
    refresh();
    return done();
  },
);

/** Declares when an outage ended. */
export const end = action(
  { role: 'registrar', input: outageEndForm, limit: 'write' },
  async ({ actor, input: { outage, endedOn, endedTime }, now, courtNow }) => {
    await endOutage(actor, outage, instantOf(endedOn, endedTime), { now, courtNow });
    refresh();
    return done();
  },
);

/** Takes back a declaration that was made in error. */
export const retract = action(
  { role: 'registrar', input: outageRetractionForm, limit: 'write' },
  async ({ actor, input: { outage, retractionReason }, now, courtNow }) => {
    await retractOutage(actor, outage, retractionReason, { now, courtNow });
    return redirectTo({ pathname: '/admin/outages' });
  },
);
