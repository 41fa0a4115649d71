import { getLocale, getTranslations } from 'next-intl/server';
import type { FoundUser } from '@/lib/data/account/desk/user-search';
import type { CappedPage } from '@/lib/data/db/page';
import { UNUSED_ACCOUNT } from '@/lib/domain/account/idle';
import { COUNTER } from '@/lib/domain/claim/draft/paper';
import { contactName } from '@/lib/domain/contact/contact';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatShortDate } from '@/lib/domain/court/dates';
import { type Sort, sortParam } from '@/lib/domain/sorting';
import type { SearchPage } from '@/lib/web/action/search-page';
import { getPathname } from '@/lib/web/routes/navigation';

/** The word for whether an account is open. */
function accessWord({ closedAt, lockedAt, lockedReason }: FoundUser) {
  if (closedAt) return 'closed';
  if (!lockedAt) return 'open';
  return lockedReason === UNUSED_ACCOUNT ? 'unused' : 'locked';
}

/** A person's name, and their firm below it. */
function namesOf({ contact }: FoundUser) {
  const { firstName = '', lastName = '', firm = '' } = contact ?? {};
  return { lines: [contactName({ firstName, lastName }), firm].filter(Boolean) };
}

/** A page of users in the reader's language. */
export async function userSearchPage(
  { rows, total, page, pages, isMore }: CappedPage<FoundUser>,
  sort?: Sort,
): Promise<SearchPage> {
  const [t, roles, locale] = [
    await getTranslations('adminUsers'),
    await getTranslations('role'),
    await getLocale(),
  ];
  const found = rows.map((user) => ({
    key: user.id,
    href: getPathname({ href: { pathname: '/admin/users/[user]', params: { user: user.id } }, locale }),
    cells: [
      ...(user.oneKeyId === COUNTER ? [t('counter'), ''] : [user.oneKeyId, namesOf(user)]),
      roles(user.role),
      t(accessWord(user)),
      { whole: formatShortDate(courtDay(user.createdAt), locale) },
    ],
  }));
  return {
    summary: t(isMore ? 'summaryMore' : 'summary', { total, page, pages }),
    rows: found,
    page,
    pages,
    sort: sort && sortParam(sort),
  };
}
