import { getLocale, getTranslations } from 'next-intl/server';
import { DraftsTable } from '@/app/[locale]/(justice)/drafts/drafts-table';
import { Titled } from '@/app/[locale]/(justice)/titled';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { PageLinks } from '@/app/ui/display/page-links';
import { Table } from '@/app/ui/display/table';
import { pageTitle } from '@/app/ui/layout/page-title';
import { type ListedFiling, listFilings } from '@/lib/data/filing/filings';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';
import { Link } from '@/lib/web/routes/navigation';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('transactions');

async function FilingsTable({ filings }: { filings: ListedFiling[] }) {
  const [t, locale] = [await getTranslations('transactions'), await getLocale()];
  const headings = [
    'reference',
    'status',
    'proceeding',
    'fileNumber',
    'received',
    'issueOn',
    'documents',
  ] as const;
  const rows = filings.map((filing) => ({
    key: filing.reference,
    cells: [
      <Link
        key="reference"
        href={{ pathname: '/transactions/[reference]', params: { reference: filing.reference } }}
        className="inline-flex min-h-11 items-center whitespace-nowrap text-link underline sm:min-h-0"
      >
        {filing.reference}
      </Link>,
      <FilingStatus key="status" state={filing.state} />,
      <Titled key="title" title={filing.title} own={filing.ownNumber} />,
      <span key="fileNumber" className="whitespace-nowrap">
        {filing.fileNumber ?? t('notYet')}
      </span>,
      formatInstant(filing.receivedAt, locale),
      formatDate(filing.issueOn, locale),
      <Downloads key="downloads" documents={filing.documents} />,
    ],
  }));
  return (
    <Table caption={t('caption')} headings={headings.map((name) => t(name))} rows={rows} empty={t('empty')} />
  );
}

/** All of the person's submissions, 20 a page, then the drafts. */
export default async function TransactionsPage({ searchParams }: PageProps<'/[locale]/transactions'>) {
  const { actor } = await requireProfile();
  const t = await getTranslations('transactions');
  const { rows, page, pages } = await listFilings(actor, { page: Number((await searchParams).page) });
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <h2>{t('submitted')}</h2>
      <FilingsTable filings={rows} />
      <PageLinks
        page={page}
        pages={pages}
        href={(to) => ({ pathname: '/transactions', query: { page: to } })}
      />
      <h2>{t('drafts')}</h2>
      <DraftsTable actor={actor} />
    </>
  );
}
