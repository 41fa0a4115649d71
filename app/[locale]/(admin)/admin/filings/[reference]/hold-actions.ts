'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { getFiling } from '@/lib/data/filing/filings';
import { changeHold } from '@/lib/data/filing/holds/changing';
import { chosenReason, placeHold } from '@/lib/data/filing/holds/placing';
import type { UserActor } from '@/lib/domain/access/access';
import { isReference } from '@/lib/domain/access/reference';
import { errorKey, required } from '@/lib/domain/text';
import { writeHoldNotice, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { wakeWorker } from '@/lib/jobs/worker';
import { measure } from '@/lib/measure';
import { action } from '@/lib/web/action/action';
import { done, doneAndEmptied, refuse } from '@/lib/web/action/outcome';

const holding = z
  .object({
    reference: z.string().refine(isReference, errorKey('notToBeHeld')),
    chosenReason: required('chooseHoldReason', 40),
    holdNote: required('enterNote', 2_000),
  })
  .catchall(z.unknown());

/** The documents that were ticked. */
function tickedIn(sent: Record<string, unknown>): string[] {
  return Object.keys(sent)
    .filter((name) => name.startsWith('document-') && sent[name] === 'on')
    .map((name) => name.slice('document-'.length))
    .filter((id) => z.uuid().safeParse(id).success);
}

/**
 * The reason that was chosen and the documents that were ticked, or what the form is told: a reason that asks something of the
 * filer names documents, and any other names none.
 */
async function placingIn(actor: UserActor, code: string, sent: Record<string, unknown>, courtNow: Date) {
  const documentIds = tickedIn(sent);
  const chosen = await chosenReason(actor, code, courtNow);
  const isNeedless = chosen.remedy === 'none' && documentIds.length > 0;
  const isMissing = chosen.remedy !== 'none' && documentIds.length === 0;
  if (isNeedless || isMissing)
    return { refused: refuse({ askedDocuments: isNeedless ? 'documentsNeedless' : 'chooseDocuments' }) };
  return { chosen, documentIds };
}

/** Puts a filing that waits to be issued on hold, and tells its filer in their language. */
export const hold = action(
  { role: 'staff', input: holding, limit: 'write' },
  async ({ actor, input: { reference, chosenReason: code, holdNote: note, ...sent }, now, courtNow }) => {
    const placing = await placingIn(actor, code, sent, courtNow);
    if ('refused' in placing) return placing.refused;
    const { chosen, documentIds } = placing;
    await writingAnew(async () => {
      const notice = await writeHoldNotice(await getFiling(actor, reference), chosen, documentIds);
      await placeHold(actor, reference, { ...placing, note }, notice, { now, courtNow });
    });
    measure('hold', 1, { reason: chosen.holdReason });
    wakeWorker();
    refresh();
    return done();
  },
);

const changing = z
  .object({
    reference: z.string().refine(isReference, errorKey('notOnHold')),
    chosenReason: required('chooseHoldReason', 40),
    holdNote: required('enterNote', 2_000),
    seenReason: z.string(),
  })
  .catchall(z.unknown());

/** Gives a filing on hold another reason or asks for other documents, and tells its filer in their language. */
export const holdAnew = action(
  { role: 'staff', input: changing, limit: 'write' },
  async ({ actor, input, now, courtNow }) => {
    const { reference, chosenReason: code, holdNote: note, seenReason: seen, ...sent } = input;
    const placing = await placingIn(actor, code, sent, courtNow);
    if ('refused' in placing) return placing.refused;
    await writingAnew(async () => {
      const filing = await getFiling(actor, reference);
      const notice = await writeHoldNotice(filing, placing.chosen, placing.documentIds, 'heldAnew');
      await changeHold(actor, reference, { ...placing, note, seen }, notice, { now, courtNow });
    });
    wakeWorker();
    refresh();
    return doneAndEmptied();
  },
);
