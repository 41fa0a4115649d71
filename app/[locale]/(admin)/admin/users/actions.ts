'use server';

import { z } from 'zod';
import { usersFound } from '@/app/[locale]/(admin)/admin/users/found';
import { searchUsers } from '@/lib/data/user-administration';
import { optional } from '@/lib/domain/text';
import { action, show } from '@/lib/web/action';

const input = z.object({ typed: optional(), page: z.coerce.number().int().catch(1) });

/** Searches users by a part of their ONE-key ID, which may be personal: a form that is posted. */
export const search = action(
  { role: 'administrator', input, limit: 'write' },
  async ({ actor, input: asked }) => show(await usersFound(await searchUsers(actor, asked))),
);
