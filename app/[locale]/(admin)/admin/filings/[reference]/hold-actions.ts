'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { getFiling } from '@/lib/data/filing/filings';
import { chosenReason, placeHold } from '@/lib/data/filing/holds/placing';
import { isReference } from '@/lib/domain/access/reference';
import { errorKey, required } from '@/lib/domain/text';
import { writeHoldNotice, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { wakeWorker } from '@/lib/jobs/worker';
import { measure } from '@/lib/measure';
import { action, done, refuse } from '@/lib/web/action/action';

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

/** Puts a filing that waits to be issued on hold, and tells its filer in their language. */
export const hold = action(
  { role: 'staff', input: holding, limit: 'write' },
  async ({ actor, input: { reference, chosenReason: code, holdNote, ...sent }, now, courtNow }) => {
    const documentIds = tickedIn(sent);
    const chosen = await chosenReason(actor, code, courtNow);
    if (chosen.remedy === 'none' && documentIds.length > 0)
      return refuse({ askedDocuments: 'documentsNeedless' });
    if (chosen.remedy !== 'none' && documentIds.length === 0)
      return refuse({ askedDocuments: 'chooseDocuments' });
    await writingAnew(async () => {
      const notice = await writeHoldNotice(await getFiling(actor, reference), chosen, documentIds);
      await placeHold(actor, reference, { chosen, documentIds, note: holdNote }, notice, { now, courtNow });
    });
    measure('hold', 1, { reason: chosen.holdReason });
    wakeWorker();
    refresh();
    return done();
  },
);
