import { getLocale, getTranslations } from 'next-intl/server';
import { courtLinesToday } from '@/app/[locale]/(justice)/transactions/court-today';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';
import { inGroups } from '@/lib/domain/crockford';
import { Link } from '@/lib/web/routes/link';

/** The facts that distinguish a submission: its status, numbers, court and dates. */
export async function FilingFacts({ filing }: { filing: FiledClaim }) {
  const [t, locale] = [await getTranslations('transaction'), await getLocale()];
  const rows = [
    { label: t('status'), value: <FilingStatus filing={filing} /> },
    { label: t('reference'), value: filing.reference },
    {
      label: t('fileNumber'),
      value: filing.fileNumber ?? t(filing.state === 'withdrawn' ? 'never' : 'notYet'),
    },
    ...(filing.verificationCode
      ? [{ label: t('code'), value: <CodeLink key="code" code={filing.verificationCode} /> }]
      : []),
    { label: t('proceeding'), value: filing.title },
    ...(filing.ownNumber ? [{ label: t('ownNumber'), value: filing.ownNumber }] : []),
    { label: t('court'), value: await courtLinesToday(filing.court.id) },
    { label: t('received'), value: formatInstant(filing.receivedAt, locale) },
    { label: t(filing.laterKind ? 'filedOn' : 'issueOn'), value: formatDate(filing.issueOn, locale) },
  ];
  return <SummaryList rows={rows} />;
}

/** The code with which anyone can check the issued documents, and the address for that. */
export async function CodeLink({ code }: { code: string }) {
  const t = await getTranslations('transaction');
  return (
    <>
      <span className="mr-4">{inGroups(code)}</span>
      <Link
        href={{ pathname: '/verify/[code]', params: { code } }}
        className="print:hidden inline-flex min-h-11 items-center text-link underline sm:min-h-0"
      >
        {t('codeLink')}
      </Link>
    </>
  );
}
