import { getLocale, getTranslations } from 'next-intl/server';
import type { AuditLine } from '@/lib/data/audit/audit-reading';
import type { CappedPage } from '@/lib/data/db/page';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '@/lib/domain/access/audit';
import { formatInstant } from '@/lib/domain/court/dates';
import { type Sort, sortParam } from '@/lib/domain/sorting';
import { isOneOf } from '@/lib/domain/text';
import type { SearchPage } from '@/lib/web/action/search-page';

/**
 * A page of the audit log in the reader's language. An action that only a later version knows appears under
 * its raw name.
 */
export async function auditSearchPage(
  { rows, total, page, pages, isMore }: CappedPage<AuditLine>,
  sort?: Sort,
): Promise<SearchPage> {
  const [t, history, locale] = [
    await getTranslations('adminAudit'),
    await getTranslations('filingHistory'),
    await getLocale(),
  ];
  const found = rows.map(({ entry, at, actor, person, action, subject, subjectPerson, ip, outcome }) => ({
    key: String(entry),
    cells: [
      formatInstant(at, locale),
      isOneOf(AUDIT_ACTIONS, action) ? t(`actions.${action}`) : action,
      [history(`actors.${actor}`), person].filter(Boolean).join(', '),
      subjectPerson ?? (isOneOf(AUDIT_SUBJECTS, subject) ? t(`subjects.${subject}`) : subject),
      ip ?? t('noAddress'),
      t(`outcomes.${outcome}`),
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
