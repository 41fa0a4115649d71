'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { endOtherSessions, endOwnSession } from '@/lib/data/sign-in/open-sessions';
import { action } from '@/lib/web/action/action';
import { done, redirectTo } from '@/lib/web/action/outcome';

/** Ends one of the person's own sessions. */
export const end = action(
  { role: 'user', input: z.object({ session: z.uuid() }), limit: 'write' },
  async ({ actor, input, now }) => {
    await endOwnSession(actor, input.session, now);
    return redirectTo({ pathname: '/sessions', query: { ended: '1' } });
  },
);

/** Signs the person out everywhere but here. */
export const endOthers = action(
  { role: 'user', input: z.object({}), limit: 'write' },
  async ({ actor, now }) => {
    await endOtherSessions(actor, now);
    refresh();
    return done();
  },
);
