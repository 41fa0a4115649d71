import { getLocale, getTranslations } from 'next-intl/server';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { formatDate } from '@/lib/domain/court/dates';

/** Of a correction: which document it stands beside, and on what the court filed it. */
export async function CorrectionFacts({ filing: { statement } }: { filing: FiledClaim }) {
  const correction = statement?.correction;
  if (!correction) return null;
  const [t, locale] = [await getTranslations('correction'), await getLocale()];
  const { of, issuedOn, ground, orderedOn, judge } = correction;
  const rows = [
    { label: t('of'), value: of },
    { label: t('issuedOn'), value: formatDate(issuedOn, locale) },
    { label: t('ground'), value: t(`grounds.${ground}`) },
    ...(orderedOn
      ? [{ label: t('order'), value: t('orderOf', { judge, date: formatDate(orderedOn, locale) }) }]
      : []),
  ];
  return (
    <>
      <h2>{t('heading')}</h2>
      <SummaryList rows={rows} />
      <p>{t('beside')}</p>
    </>
  );
}
