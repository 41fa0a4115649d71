import { getLocale, getTranslations } from 'next-intl/server';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { SummaryList } from '@/app/ui/summary-list';
import type { FiledClaim } from '@/lib/data/filings';
import { formatDate, formatInstant } from '@/lib/domain/dates';
import { spacedCode } from '@/lib/domain/verification';
import { Link } from '@/lib/web/navigation';

/** What tells a submission from others: its status, numbers, court and dates. */
export async function FilingFacts({ filing }: { filing: FiledClaim }) {
  const [t, locale] = [await getTranslations('transaction'), await getLocale()];
  const rows = [
    { label: t('status'), value: <FilingStatus state={filing.state} /> },
    { label: t('reference'), value: filing.reference },
    { label: t('fileNumber'), value: filing.fileNumber ?? t('notYet') },
    ...(filing.verificationCode
      ? [{ label: t('code'), value: <CodeLink key="code" code={filing.verificationCode} /> }]
      : []),
    { label: t('proceeding'), value: filing.title },
    { label: t('court'), value: `${filing.court.municipality}\n${filing.court.address}` },
    { label: t('received'), value: formatInstant(filing.receivedAt, locale) },
    { label: t('issueOn'), value: formatDate(filing.issueOn, locale) },
  ];
  return <SummaryList rows={rows} />;
}

/** The code with which anyone can check the issued documents, and where. */
async function CodeLink({ code }: { code: string }) {
  const t = await getTranslations('transaction');
  return (
    <>
      <span className="mr-4">{spacedCode(code)}</span>
      <Link
        href={{ pathname: '/verify/[code]', params: { code } }}
        prefetch={false}
        className="print:hidden inline-flex min-h-11 items-center text-link underline sm:min-h-0"
      >
        {t('codeLink')}
      </Link>
    </>
  );
}
