'use server';

import { z } from 'zod';
import { userSearchPage } from '@/app/[locale]/(admin)/admin/users/search-page';
import { searchUsers } from '@/lib/data/account/user-administration';
import { optional } from '@/lib/domain/text';
import { action, showSearch } from '@/lib/web/action/action';

const input = z.object({ typed: optional(), page: z.coerce.number().int().catch(1) });

/** Searches users by a part of their ONE-key ID. The form is posted, because that part may be personal. */
export const search = action(
  { role: 'administrator', input, limit: 'write' },
  async ({ actor, input: asked }) =>
    showSearch(await userSearchPage(await searchUsers(actor, { oneKeyId: asked.typed, page: asked.page }))),
);
