'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { Refused } from '@/lib/data/access/errors';
import { propose } from '@/lib/data/approval/proposals';
import { isReference } from '@/lib/domain/access/reference';
import { courtDay } from '@/lib/domain/court/calendar';
import { RESTRICTIONS } from '@/lib/domain/filing/restriction';
import { errorKey, optional, required, withRules } from '@/lib/domain/text';
import { action } from '@/lib/web/action/action';
import { done } from '@/lib/web/action/outcome';

const reference = z.string().refine(isReference, errorKey('noCourtFile'));
const kind = z.enum(RESTRICTIONS, { error: errorKey('chooseRestriction') });
const day = z.iso.date({ error: errorKey('enterDate') });

const restriction = withRules(
  z.object({
    ...{ reference, restriction: kind, orderedOn: day },
    judge: required('enterJudge', 100),
    publicTitle: optional(150),
    restrictionReason: required('enterReason', 500),
  }),
  ({ restriction: asked, publicTitle }) => {
    const isAnonymised = asked === 'anonymised';
    if (isAnonymised === Boolean(publicTitle)) return {};
    return { publicTitle: errorKey(isAnonymised ? 'enterPublicTitle' : 'publicTitleNeedless') };
  },
);

/** Proposes to restrict a court file as a judge ordered. */
export const proposeRestriction = action(
  { role: 'registrar', input: restriction, limit: 'write' },
  async ({ actor, input: { restrictionReason, ...asked }, now, courtNow }) => {
    if (asked.orderedOn > courtDay(courtNow)) throw new Refused('orderInFuture');
    await propose(actor, { kind: 'restrict-file', ...asked }, restrictionReason, { now, courtNow });
    refresh();
    return done();
  },
);

const lifting = z.object({
  ...{ reference, lifted: kind, liftOrderedOn: day },
  liftJudge: required('enterJudge', 100),
  liftReason: required('enterReason', 500),
});

/** Proposes to lift a restriction of a court file as a judge ordered. */
export const proposeLifting = action(
  { role: 'registrar', input: lifting, limit: 'write' },
  async ({ actor, input: { reference, lifted, liftOrderedOn, liftJudge, liftReason }, now, courtNow }) => {
    if (liftOrderedOn > courtDay(courtNow)) throw new Refused('orderInFuture');
    const order = { restriction: lifted, orderedOn: liftOrderedOn, judge: liftJudge };
    await propose(actor, { kind: 'lift-restriction', reference, ...order }, liftReason, { now, courtNow });
    refresh();
    return done();
  },
);
