import { CircleCheck } from 'lucide';
import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/app/ui/display/line-icon';
import { Table } from '@/app/ui/display/table';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listOutages } from '@/lib/data/court/outages';
import { formatInstant } from '@/lib/domain/court/dates';

export const generateMetadata = pageTitle('serviceStatus');

/** The outages that the court declared, each with a signed certificate to cite. */
export default async function ServiceStatusPage() {
  const [t, locale] = [await getTranslations('serviceStatus'), await getLocale()];
  const outages = await listOutages();
  const rows = outages.map(({ id, startedAt, endedAt, whatEn, whatFr }) => {
    const start = formatInstant(startedAt, locale);
    return {
      key: id,
      cells: [
        start,
        endedAt ? formatInstant(endedAt, locale) : t('lasts'),
        locale === 'fr' ? whatFr : whatEn,
        <a
          key="certificate"
          href={`/api/outages/${id}?locale=${locale}`}
          className="inline-flex min-h-11 items-center text-link underline"
        >
          {t('certificate')}
          <span className="sr-only"> {start}</span>
        </a>,
      ],
    };
  });
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('lead')}</p>
      <Table
        caption={t('caption')}
        headings={[t('start'), t('end'), t('what'), t('certificateHeading')]}
        rows={rows}
        empty={
          <span className="flex max-w-text gap-3 rounded-r border-l-4 border-success bg-success-light p-4 font-semibold">
            <Icon of={CircleCheck} className="mt-0.5 shrink-0 text-success" />
            {t('none')}
          </span>
        }
      />
      <h2>{t('dates')}</h2>
      <p>{t('noDate')}</p>
      <p>{t('extension')}</p>
    </>
  );
}
