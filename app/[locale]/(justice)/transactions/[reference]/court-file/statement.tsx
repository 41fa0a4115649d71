import { getLocale, getTranslations } from 'next-intl/server';
import { SummaryList } from '@/app/ui/display/summary-list';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { formatDate } from '@/lib/domain/court/dates';

/** What the filer of a later document stated of it: who was served, or on what ground it was filed after its time. */
export async function Statement({ filing: { statement } }: { filing: FiledClaim }) {
  const [t, methods, words, locale] = [
    await getTranslations('later'),
    await getTranslations('serviceMethod'),
    await getTranslations('transaction'),
    await getLocale(),
  ];
  const { service = [], lateGround } = statement ?? {};
  const rows = [
    ...service.map(({ name, on, method }) => ({
      label: name,
      value: `${formatDate(on, locale)}\n${methods(method)}`,
    })),
    ...(lateGround ? [{ label: t('late'), value: t(`grounds.${lateGround}`) }] : []),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{words('statement')}</h2>
      <SummaryList rows={rows} />
      {lateGround && <p>{t('lateFiled')}</p>}
    </>
  );
}
