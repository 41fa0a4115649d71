'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { setLocked, setRole } from '@/lib/data/user-administration';
import { roles } from '@/lib/domain/access';
import { action, done } from '@/lib/web/action';

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
