import { getLocale, getTranslations } from 'next-intl/server';
import type { Page } from '@/lib/data/page';
import type { UserLine } from '@/lib/data/user-administration';
import { courtDay } from '@/lib/domain/calendar';
import { formatDate } from '@/lib/domain/dates';
import type { Found } from '@/lib/web/found';
import { getPathname } from '@/lib/web/navigation';

/** A page of users in the reader's language. */
export async function usersFound({ rows, total, page, pages }: Page<UserLine>): Promise<Found> {
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
  return { summary: t('summary', { total, page, pages }), rows: found, page, pages };
}
