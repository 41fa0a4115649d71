import { getLocale, getTranslations } from 'next-intl/server';
import { Availability, Months, Reasons } from '@/app/[locale]/(public)/statistics/sections';
import { pageTitle } from '@/app/ui/layout/page-title';
import { readStatistics } from '@/lib/data/health/statistics';
import { formatDate } from '@/lib/domain/court/dates';

export const generateMetadata = pageTitle('statistics');

/** The court's numbers for everybody: nothing by which a person could be recognised. */
export default async function StatisticsPage() {
  const [t, locale] = [await getTranslations('statistics'), await getLocale()];
  const { until, months, reasons, service } = await readStatistics();
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('lead')}</p>
      {until === null ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <p>{t('fresh', { day: formatDate(until, locale) })}</p>
          <p>{t('small')}</p>
          <p>
            <a href={`/api/statistics?locale=${locale}`}>{t('csv')}</a>
          </p>
          <Months months={months} />
          <Reasons reasons={reasons} />
          <Availability service={service} />
        </>
      )}
    </>
  );
}
