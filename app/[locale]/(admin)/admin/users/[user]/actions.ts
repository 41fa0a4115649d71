'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { endSessionsOf, setLegalHold, setLocked, setRole } from '@/lib/data/account/user-administration';
import { giveInPersonCode } from '@/lib/data/recovery/in-person-codes';
import { roles } from '@/lib/domain/access/access';
import { required } from '@/lib/domain/text';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderAccountChanged } from '@/lib/mail/account/account-changed';
import { action, done, showCode } from '@/lib/web/action/action';

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

/** Locks a person out, which ends their sessions, or lets them in again. */
export const lock = action(
  { role: 'administrator', input: z.object({ user, locked: z.enum(['yes', 'no']) }), limit: 'write' },
  async ({ actor, input, now }) => {
    await setLocked(actor, input.user, input.locked === 'yes', now);
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

/** Gives a code to a person who came to the court office, with which they choose a new password. */
export const giveCode = action(
  { role: 'administrator', input: z.object({ user }), limit: 'write' },
  async ({ actor, input, now, locale }) => {
    const notice = await renderAccountChanged('in-person-code', now, locale);
    const code = await giveInPersonCode(actor, input.user, notice, now);
    wakeWorker();
    return showCode(code);
  },
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
