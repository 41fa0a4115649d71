'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { propose } from '@/lib/data/approval/proposals';
import { discardCorrection } from '@/lib/data/filing/corrections/uploads';
import { isReference } from '@/lib/domain/access/reference';
import { correctionForm } from '@/lib/domain/claim/later/correction';
import { errorKey } from '@/lib/domain/text';
import { action } from '@/lib/web/action/action';
import { done } from '@/lib/web/action/outcome';

/** Proposes to file an uploaded version beside the issued document. */
export const proposeCorrection = action(
  { role: 'registrar', input: correctionForm, limit: 'write' },
  async ({ actor, input, now, courtNow }) => {
    const { correctionOrderedOn: orderedOn, correctionJudge: judge, correctionReason, ...asked } = input;
    const wish = { kind: 'correct-filing' as const, ...asked, orderedOn, judge };
    await propose(actor, wish, correctionReason, { now, courtNow });
    refresh();
    return done();
  },
);

const input = z.object({ reference: z.string().refine(isReference, errorKey('notToBeCorrected')) });

/** Discards the uploaded version that nobody proposed yet. */
export const discard = action(
  { role: 'registrar', input, limit: 'write' },
  async ({ actor, input: { reference }, now, courtNow }) => {
    await discardCorrection(actor, reference, { now, courtNow });
    refresh();
    return done();
  },
);
