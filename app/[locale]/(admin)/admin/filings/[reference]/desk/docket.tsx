import { getLocale, getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { Table } from '@/app/ui/display/table';
import type { CourtFile } from '@/lib/data/claim/later/court-file';
import { contactName } from '@/lib/domain/contact/contact';
import { formatShortDate } from '@/lib/domain/court/dates';

/** Everything that was filed into a court file, in order: what, by whom, with which date, and its documents. */
export async function Docket({ file, shown }: { file: CourtFile; shown: string }) {
  const [t, kinds, names, locale] = [
    await getTranslations('adminDesk'),
    await getTranslations('documentKind'),
    await getTranslations('documentName'),
    await getLocale(),
  ];
  const rows = file.filings.map((filing, place) => ({
    key: filing.reference,
    cells: [
      String(place + 1),
      filing.laterKind ? kinds(filing.laterKind) : names(filing.documentType),
      formatShortDate(filing.issueOn, locale),
      contactName(filing.contact),
      <FilingStatus key="status" filing={filing} />,
      <Downloads key="documents" filing={filing} />,
      filing.reference === shown ? (
        t('thisFiling', { reference: filing.reference })
      ) : (
        <RowLink
          key="link"
          href={{ pathname: '/admin/filings/[reference]', params: { reference: filing.reference } }}
        >
          {filing.reference}
        </RowLink>
      ),
    ],
  }));
  const columns = ['number', 'what', 'on', 'filer', 'status', 'documents', 'filing'] as const;
  const headings = columns.map((name) => t(`docketColumns.${name}`));
  return (
    <section aria-labelledby="docket">
      <h2 id="docket">{t('docket', { number: file.number })}</h2>
      <Table caption={t('docketCaption')} headings={headings} rows={rows} empty={t('docketEmpty')} headed />
    </section>
  );
}
