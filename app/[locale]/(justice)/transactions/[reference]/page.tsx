import { getLocale, getTranslations } from 'next-intl/server';
import { ContactSummary } from '@/app/[locale]/(justice)/contact-summary';
import { ClaimSummary } from '@/app/[locale]/(justice)/transactions/[reference]/claim-summary';
import { MailList } from '@/app/[locale]/(justice)/transactions/[reference]/mail-list';
import { Standing } from '@/app/[locale]/(justice)/transactions/[reference]/standing';
import { Downloads } from '@/app/[locale]/(justice)/transactions/downloads';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { pageTitle } from '@/app/ui/page-title';
import { SummaryList } from '@/app/ui/summary-list';
import { type FiledClaim, getFiling } from '@/lib/data/filings';
import { formatDate, formatInstant } from '@/lib/domain/dates';
import { orNotFound } from '@/lib/web/or-not-found';
import { Link } from '@/lib/web/navigation';
import { requireProfile } from '@/lib/web/profile';

export const generateMetadata = pageTitle('transaction');

async function Dates({ filing }: { filing: FiledClaim }) {
  const [t, locale] = [await getTranslations('transaction'), await getLocale()];
  const rows = [
    { label: t('status'), value: <FilingStatus state={filing.state} /> },
    { label: t('reference'), value: filing.reference },
    { label: t('fileNumber'), value: filing.fileNumber ?? t('notYet') },
    { label: t('proceeding'), value: filing.title },
    { label: t('court'), value: `${filing.court.municipality}\n${filing.court.address}` },
    { label: t('received'), value: formatInstant(filing.receivedAt, locale) },
    { label: t('issueOn'), value: formatDate(filing.issueOn, locale) },
  ];
  return <SummaryList rows={rows} />;
}

/** One submission whole. */
export default async function TransactionPage({ params }: PageProps<'/[locale]/transactions/[reference]'>) {
  const { actor } = await requireProfile();
  const { reference } = await params;
  const filing = await orNotFound(getFiling(actor, reference));
  const t = await getTranslations('transaction');
  return (
    <>
      <h1>{t('heading', { reference })}</h1>
      <Standing filing={filing} />
      <Dates filing={filing} />
      <h2>{t('documents')}</h2>
      <Downloads documents={filing.documents} every />
      <h2>{t('claim')}</h2>
      <ClaimSummary claim={filing.claim} court={filing.court.municipality} />
      <h2>{t('contact')}</h2>
      <p>{t('contactWords')}</p>
      <ContactSummary contact={filing.contact} />
      <h2>{t('mails')}</h2>
      <MailList mails={filing.mails} />
      <p className="no-print">
        <Link href={{ pathname: '/transactions/[reference]/confirmation', params: { reference } }}>
          {t('confirmation')}
        </Link>
      </p>
    </>
  );
}
