'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { assignFiling } from '@/lib/data/filing/desk/assignment';
import { addNote } from '@/lib/data/filing/desk/notes';
import { sendAgain } from '@/lib/data/mail/mails';
import { isReference } from '@/lib/domain/access/reference';
import { requiredEmail } from '@/lib/domain/contact/email';
import { errorKey, required } from '@/lib/domain/text';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { done, doneAndEmptied } from '@/lib/web/action/outcome';

const reference = z.string().refine(isReference, errorKey('unreadable'));
const person = z.union([z.uuid(), z.literal('')]).transform((id) => id || null);

const assignment = z.object({
  reference,
  /** Who had it on the page. */
  seen: person,
  act: z.enum(['take', 'give-back', 'give']),
  colleague: person.catch(null),
});

/** Takes a filing, gives it back to all, or gives it to somebody. The page is then shown as things stand. */
export const assign = action(
  { role: 'staff', input: assignment, limit: 'write' },
  async ({ actor, input: { reference: of, seen, act, colleague }, now }) => {
    refresh();
    const to = { take: actor.userId, 'give-back': null, give: colleague ?? 'nobody' }[act];
    await assignFiling(actor, of, { seen, to }, now);
    return done();
  },
);

const note = z.object({ reference, note: required('enterNote', 2_000) });

/** Adds a note that only staff see. */
export const write = action({ role: 'staff', input: note, limit: 'write' }, async ({ actor, input, now }) => {
  await addNote(actor, input.reference, input.note, now);
  refresh();
  return doneAndEmptied();
});

const repeat = z.object({ mail: z.uuid({ error: errorKey('chooseMessage') }), email: requiredEmail() });

/** Sends a message about a filing once more, to the filer or to another address. */
export const resend = action(
  { role: 'staff', input: repeat, limit: 'write' },
  async ({ actor, input: { mail, email }, now }) => {
    await sendAgain(actor, mail, email, now);
    wakeWorker();
    refresh();
    return done();
  },
);
