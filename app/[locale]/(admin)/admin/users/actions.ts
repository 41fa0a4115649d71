'use server';

import { z } from 'zod';
import { userSearchPage } from '@/app/[locale]/(admin)/admin/users/search-page';
import { searchUsers, USER_SORTS } from '@/lib/data/account/desk/user-search';
import { roles } from '@/lib/domain/access/access';
import { sortOf } from '@/lib/domain/sorting';
import { optional } from '@/lib/domain/text';
import { action } from '@/lib/web/action/action';
import { showSearch } from '@/lib/web/action/outcome';

const input = z.object({
  typed: optional(),
  role: z.enum(roles).optional().catch(undefined),
  page: z.coerce.number().int().catch(1),
  sort: z.string().optional(),
});

/** Searches users by name, ID, e-mail address or firm. The form is posted, because what is typed is personal. */
export const search = action(
  { role: 'administrator', input, limit: 'write' },
  async ({ actor, input: { sort: chosen, ...asked } }) => {
    const sort = sortOf(USER_SORTS, chosen);
    return showSearch(await userSearchPage(await searchUsers(actor, { ...asked, sort }), sort));
  },
);
