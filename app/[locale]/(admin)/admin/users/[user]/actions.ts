'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { endSessionOf, endSessionsOf } from '@/lib/data/account/desk/sessions-of';
import { setLegalHold, setLocked, setRole } from '@/lib/data/account/user-administration';
import { beginInPerson } from '@/lib/data/recovery/in-person';
import { roles } from '@/lib/domain/access/access';
import { beginInPersonForm } from '@/lib/domain/account/in-person';
import { required } from '@/lib/domain/text';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderAccountChanged } from '@/lib/mail/account/account-changed';
import { action } from '@/lib/web/action/action';
import { done, showCode } from '@/lib/web/action/outcome';

const user = z.uuid();

/** Gives a person a role, which ends their sessions. */
export const giveRole = action(
  { role: 'administrator', input: z.object({ user, role: z.enum(roles, 'chooseRole') }), limit: 'write' },
  async ({ actor, input, now }) => {
    await setRole(actor, input.user, input.role, now);
    refresh();
    return done();
  },
);

const lockForm = z.object({
  user,
  locked: z.enum(['yes', 'no']),
  lockReason: required('enterReason', 500),
});

/** Locks a person out, which ends their sessions, or lets them in again, and tells them. */
export const lock = action(
  { role: 'administrator', input: lockForm, limit: 'write' },
  async ({ actor, input, now, locale }) => {
    const locked = input.locked === 'yes';
    const notice = await renderAccountChanged(locked ? 'locked' : 'unlocked', now, locale);
    await setLocked(actor, input.user, { locked, reason: input.lockReason, notice }, now);
    wakeWorker();
    refresh();
    return done();
  },
);

/** Ends one of a person's sessions. */
export const endOneSession = action(
  { role: 'administrator', input: z.object({ user, session: z.uuid() }), limit: 'write' },
  async ({ actor, input, now }) => {
    await endSessionOf(actor, input.user, input.session, now);
    refresh();
    return done();
  },
);

/** Signs a person out everywhere. They may sign in again. */
export const endSessions = action(
  { role: 'administrator', input: z.object({ user }), limit: 'write' },
  async ({ actor, input, now }) => {
    await endSessionsOf(actor, input.user, now);
    refresh();
    return done();
  },
);

/** Begins the recovery of an account whose owner came to the court office: gives the first half of a code. */
export const giveHalf = action(
  { role: 'administrator', input: beginInPersonForm, limit: 'write' },
  async ({ actor, input: { lostSteps, ...begun }, now }) =>
    showCode(await beginInPerson(actor, { ...begun, lostSteps: lostSteps === 'on' }, now)),
);

const hold = z.object({ user, held: z.enum(['yes', 'no']), holdReason: required('enterReason') });

/** Sets a legal hold on an account, or lifts it. */
export const holdAccount = action(
  { role: 'administrator', input: hold, limit: 'write' },
  async ({ actor, input, now }) => {
    const change = { isHeld: input.held === 'yes', reason: input.holdReason };
    await setLegalHold(actor, input.user, change, now);
    refresh();
    return done();
  },
);
