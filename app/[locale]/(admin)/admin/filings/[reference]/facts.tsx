import { getLocale, getTranslations } from 'next-intl/server';
import { courtLinesToday } from '@/app/[locale]/(justice)/transactions/court-today';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';
import { SERVICE_REASONS } from '@/lib/domain/filing/hold';
import { isOneOf } from '@/lib/domain/text';

/** The filing's state, its dates, and the attempts at issuing it. */
export async function Facts({ filing }: { filing: FiledClaim }) {
  const [t, kinds, words, locale] = [
    await getTranslations('adminFiling'),
    await getTranslations('documentKind'),
    await getTranslations('transaction'),
    await getLocale(),
  ];
  const isWithdrawn = filing.state === 'withdrawn';
  const instant = (at: Date | null) =>
    at ? formatInstant(at, locale) : t(isWithdrawn ? 'neverIssued' : 'notYet');
  const rows = [
    { label: t('status'), value: <FilingStatus filing={filing} /> },
    { label: t('fileNumber'), value: filing.fileNumber ?? t(isWithdrawn ? 'never' : 'notYet') },
    ...(filing.laterKind ? [{ label: t('later'), value: kinds(filing.laterKind) }] : []),
    { label: t('proceeding'), value: filing.title },
    { label: t('court'), value: await courtLinesToday(filing.court.id) },
    { label: t('received'), value: instant(filing.receivedAt) },
    { label: filing.laterKind ? words('filedOn') : t('issueOn'), value: formatDate(filing.issueOn, locale) },
    { label: t(filing.laterKind ? 'filed' : 'issued'), value: instant(filing.issuedAt) },
    ...(filing.state === 'received' ? [{ label: t('due'), value: instant(filing.dueAt) }] : []),
    { label: t('attempts'), value: filing.attempts },
    { label: t('lastError'), value: filing.lastError ? <LastError code={filing.lastError} /> : t('none') },
  ];
  return <SummaryList rows={rows} />;
}

/** Why the last attempt failed: in words, as far as there are any, and the code that the log has. */
async function LastError({ code }: { code: string }) {
  const names = await getTranslations('holdName');
  return (
    <>
      {isOneOf(SERVICE_REASONS, code) && `${names(code)} `}
      <code>{code}</code>
    </>
  );
}
