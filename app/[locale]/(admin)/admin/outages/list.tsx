import { getLocale, getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Table } from '@/app/ui/display/table';
import type { Outage } from '@/lib/data/court/outages';
import { formatShortInstant } from '@/lib/domain/court/dates';

/** The outages as they were declared. Those that were retracted are struck through, with the reason. */
export async function DeclaredOutages({ outages }: { outages: Outage[] }) {
  const [t, status, locale] = [
    await getTranslations('adminOutages'),
    await getTranslations('serviceStatus'),
    await getLocale(),
  ];
  const rows = outages.map(({ id, startedAt, endedAt, retractedAt, retraction, ...outage }) => {
    const struck = (words: string) => (retractedAt ? <s className="wrap-anywhere">{words}</s> : words);
    const start = formatShortInstant(startedAt, locale);
    const change = retractedAt ? (
      <span key="change" className="wrap-anywhere">
        {t('retracted', { instant: formatShortInstant(retractedAt, locale), reason: retraction ?? '' })}
      </span>
    ) : (
      <RowLink key="change" href={{ pathname: '/admin/outages/[outage]', params: { outage: id } }}>
        {t('retract')}
        <span className="sr-only"> {start}</span>
      </RowLink>
    );
    return {
      key: id,
      cells: [
        struck(start),
        struck(endedAt ? formatShortInstant(endedAt, locale) : status('lasts')),
        struck(locale === 'fr' ? outage.whatFr : outage.whatEn),
        change,
      ],
    };
  });
  const headings = [status('start'), status('end'), status('what'), t('change')];
  return <Table caption={status('caption')} headings={headings} rows={rows} empty={status('none')} headed />;
}
