import { getLocale, getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';
import { Table } from '@/app/ui/table';
import { listCourts } from '@/lib/data/courts';
import { REGIONS } from '@/lib/domain/court';

export const generateMetadata = pageTitle('contactUs');

/** Whom to ask, and where the court offices are. */
export default async function ContactUsPage() {
  const [t, locale, courts] = await Promise.all([getTranslations(), getLocale(), listCourts()]);
  const headings = ['office', 'county', 'address'].map((column) => t(`contactUs.${column}`));
  return (
    <Prose namespace="contactUs">
      <h2>{t('contactUs.offices')}</h2>
      <p>{t('contactUs.officesWords')}</p>
      {REGIONS.map((region) => (
        <Table
          key={region}
          caption={t(`region.${region}`)}
          headings={headings}
          empty={t('contactUs.none')}
          rows={courts
            .filter((court) => court.region === region)
            .map(({ id, municipality, countyEn, countyFr, address }) => ({
              key: id,
              cells: [municipality, locale === 'fr' ? countyFr : countyEn, address],
            }))}
        />
      ))}
    </Prose>
  );
}
