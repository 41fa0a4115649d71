import { getLocale, getTranslations } from 'next-intl/server';
import type { AuditLine } from '@/lib/data/audit-reading';
import type { CappedPage } from '@/lib/data/page';
import { formatInstant } from '@/lib/domain/dates';
import type { Found } from '@/lib/web/found';

/** A page of the audit log in the reader's language. What a later version records is shown by its own name. */
export async function auditFound({
  rows,
  total,
  page,
  pages,
  isMore,
}: CappedPage<AuditLine>): Promise<Found> {
  const [t, history, locale] = [
    await getTranslations('adminAudit'),
    await getTranslations('filingHistory'),
    await getLocale(),
  ];
  const found = rows.map(({ entry, at, actor, person, action, subject, subjectPerson, ip, outcome }) => ({
    key: String(entry),
    cells: [
      formatInstant(at, locale),
      t.has(`actions.${action}`) ? t(`actions.${action}`) : action,
      [history(`actors.${actor}`), person].filter(Boolean).join(', '),
      subjectPerson ?? (t.has(`subjects.${subject}`) ? t(`subjects.${subject}`) : subject),
      ip ?? t('noAddress'),
      t(`outcomes.${outcome}`),
    ],
  }));
  return { summary: t(isMore ? 'summaryMore' : 'summary', { total, page, pages }), rows: found, page, pages };
}
