import { getLocale, getTranslations } from 'next-intl/server';
import type { CappedPage } from '@/lib/data/db/page';
import type { FoundMail } from '@/lib/data/mail/mail-search';
import { formatShortInstant } from '@/lib/domain/court/dates';
import { mailStanding } from '@/lib/domain/filing/mail-standing';
import { type Sort, sortParam } from '@/lib/domain/sorting';
import type { SearchPage } from '@/lib/web/action/search-page';
import { getPathname } from '@/lib/web/routes/navigation';

/** A page of messages in the reader's language. */
export async function mailSearchPage(
  { rows, total, page, pages, isMore }: CappedPage<FoundMail>,
  sort?: Sort,
): Promise<SearchPage> {
  const [t, locale] = [await getTranslations('adminEmails'), await getLocale()];
  return {
    summary: t(isMore ? 'summaryMore' : 'summary', { total, page, pages }),
    rows: rows.map((mail) => ({
      key: mail.id,
      href: getPathname({ href: { pathname: '/admin/emails/[id]', params: { id: mail.id } }, locale }),
      cells: [
        mail.subject,
        t(`kinds.${mail.kind}`),
        // A longer one may break, so that the table stays within the page.
        mail.recipient.length > 30 ? mail.recipient : { whole: mail.recipient },
        t(`states.${mailStanding(mail).standing}`),
        formatShortInstant(mail.createdAt, locale),
        String(mail.attempts),
      ],
    })),
    page,
    pages,
    sort: sort && sortParam(sort),
  };
}
