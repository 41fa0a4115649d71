'use server';

import { z } from 'zod';
import { userSearchPage } from '@/app/[locale]/(admin)/admin/users/search-page';
import { searchUsers, USER_SORTS } from '@/lib/data/account/user-administration';
import { sortOf } from '@/lib/domain/sorting';
import { optional } from '@/lib/domain/text';
import { action, showSearch } from '@/lib/web/action/action';

const input = z.object({
  typed: optional(),
  page: z.coerce.number().int().catch(1),
  sort: z.string().optional(),
});

/** Searches users by a part of their ONE-key ID. The form is posted, because that part may be personal. */
export const search = action(
  { role: 'administrator', input, limit: 'write' },
  async ({ actor, input: { typed: oneKeyId, page, ...asked } }) => {
    const sort = sortOf(USER_SORTS, asked.sort);
    return showSearch(await userSearchPage(await searchUsers(actor, { oneKeyId, page, sort }), sort));
  },
);
