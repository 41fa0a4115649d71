'use server';

import { refresh } from 'next/cache';
import { declareOutage, endOutage } from '@/lib/data/court/outages';
import { instantOf, outageEndForm, outageForm } from '@/lib/domain/health/outage-form';
import { action, done } from '@/lib/web/action/action';

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
