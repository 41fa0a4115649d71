import { getLocale, getTranslations } from 'next-intl/server';
import type { AuditLine } from '@/lib/data/audit/audit-search';
import type { CappedPage } from '@/lib/data/db/page';
import { formatInstant } from '@/lib/domain/court/dates';
import { type Sort, sortParam } from '@/lib/domain/sorting';
import type { SearchPage } from '@/lib/web/action/search-page';
import { auditWords } from '@/lib/web/desk/audit-words';

/**
 * A page of the audit log in the reader's language: what was done with its details below, the value before, that after
 * and the reason first. An action that only a later version knows appears under its raw name.
 */
export async function auditSearchPage(
  { rows, total, page, pages, isMore }: CappedPage<AuditLine>,
  sort?: Sort,
): Promise<SearchPage> {
  const [t, locale] = [await getTranslations('adminAudit'), await getLocale()];
  const words = auditWords(locale);
  const found = rows.map((line) => ({
    key: String(line.entry),
    cells: [
      formatInstant(line.at, locale),
      { lines: [words.action(line.action), ...[...words.details(line).values()].map(words.detail)] },
      [words.actor(line.actor), line.person].filter(Boolean).join(', '),
      line.subjectPerson ?? words.subject(line),
      line.ip ?? t('noAddress'),
      words.outcome(line.outcome),
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
