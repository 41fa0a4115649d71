import { createTranslator } from 'next-intl';
import type { Statistics } from '@/lib/data/health/statistics';
import type { Told } from '@/lib/domain/health/statistics';
import { catalogues } from '@/lib/messages/catalogue';
import { csvLines, MARK } from '@/lib/web/desk/csv';
import type { Locale } from '@/lib/web/routes/paths';

/** The public statistics as comma-separated values (RFC 4180): which figure, for what, its value. Shares are in percent. */
export function statisticsTable({ months, reasons, service }: Statistics, locale: Locale): string {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: 'statistics' });
  const hold = createTranslator({ locale, messages, namespace: 'holdName' });
  const told = (value: Told) => (typeof value === 'number' ? String(value) : t(value));
  const rows = [
    [t('kind'), t('name'), t('value')],
    ...months.flatMap(({ month, received, issued, prompt, held }) => [
      [t('received'), month, told(received)],
      [t('issued'), month, told(issued)],
      [`${t('promptShare')} (%)`, month, told(prompt)],
      [t('held'), month, told(held)],
    ]),
    ...reasons.map(({ reason, count }) => [t('reasons'), hold(reason), told(count)]),
    ...service.map(({ month, share }) => [`${t('availability')} (%)`, month, (100 * share).toFixed(3)]),
  ];
  return MARK + csvLines(rows);
}
