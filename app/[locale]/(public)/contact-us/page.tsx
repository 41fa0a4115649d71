import type { Locale } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { idOf, Prose } from '@/app/ui/display/prose';
import { Table } from '@/app/ui/display/table';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listCourts } from '@/lib/data/court/courts';
import { courtAddress } from '@/lib/domain/court/address';
import { courtDay } from '@/lib/domain/court/calendar';
import { type Court, REGIONS } from '@/lib/domain/court/court';
import { courtNow } from '@/lib/services/clock';

export const generateMetadata = pageTitle('contactUs');

/** The contacts for questions, and the addresses of the court offices. */
export default async function ContactUsPage() {
  const [t, locale, courts] = await Promise.all([
    getTranslations(),
    getLocale(),
    listCourts(courtDay(courtNow())),
  ]);
  const headings = (['office', 'county', 'address'] as const).map((column) => t(`contactUs.${column}`));
  return (
    <Prose namespace="contactUs" more={[t('contactUs.offices')]}>
      <h2 id={idOf(t('contactUs.offices'))}>{t('contactUs.offices')}</h2>
      <p>{t('contactUs.officesWords')}</p>
      <div className="sm:[&_table]:table-fixed sm:[&_thead_th]:w-[42%] sm:[&_thead_th:first-child]:w-1/5">
        {REGIONS.map((region) => (
          <Table
            key={region}
            caption={t(`region.${region}`)}
            headings={headings}
            empty={t('contactUs.none')}
            rows={courts
              .filter((court) => court.region === region)
              .map((court) => ({
                key: court.id,
                cells: [
                  court.municipality,
                  locale === 'fr' ? court.countyFr : court.countyEn,
                  <Where key="where" court={court} locale={locale} />,
                ],
              }))}
          />
        ))}
      </div>
    </Prose>
  );
}

/** The address of an office, and its notice if it has one. */
function Where({ court, locale }: { court: Court; locale: Locale }) {
  const notice = locale === 'fr' ? court.noticeFr : court.noticeEn;
  return (
    <>
      {courtAddress(court.address, locale)}
      {notice && <p className="mt-2 mb-0! text-muted">{notice}</p>}
    </>
  );
}
