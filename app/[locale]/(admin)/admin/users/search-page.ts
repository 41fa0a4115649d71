import { getLocale, getTranslations } from 'next-intl/server';
import type { UserLine } from '@/lib/data/account/user-administration';
import type { Page } from '@/lib/data/db/page';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';
import { type Sort, sortParam } from '@/lib/domain/sorting';
import type { SearchPage } from '@/lib/web/action/search-page';
import { getPathname } from '@/lib/web/routes/navigation';

/** A page of users in the reader's language. */
export async function userSearchPage(
  { rows, total, page, pages }: Page<UserLine>,
  sort?: Sort,
): Promise<SearchPage> {
  const [t, roles, locale] = [
    await getTranslations('adminUsers'),
    await getTranslations('role'),
    await getLocale(),
  ];
  const found = rows.map(({ id, oneKeyId, role, lockedAt, closedAt, createdAt }) => ({
    key: id,
    href: getPathname({ href: { pathname: '/admin/users/[user]', params: { user: id } }, locale }),
    cells: [
      oneKeyId,
      roles(role),
      t(closedAt ? 'closed' : lockedAt ? 'locked' : 'open'),
      formatDate(courtDay(createdAt), locale),
    ],
  }));
  return {
    summary: t('summary', { total, page, pages }),
    rows: found,
    page,
    pages,
    sort: sort && sortParam(sort),
  };
}
