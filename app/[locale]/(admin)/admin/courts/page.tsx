import { getLocale, getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Table } from '@/app/ui/display/table';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listCourts } from '@/lib/data/court/courts';
import { courtDay } from '@/lib/domain/court/calendar';
import { type Court, REGIONS } from '@/lib/domain/court/court';
import { formatDate } from '@/lib/domain/court/dates';
import { courtNow } from '@/lib/services/clock';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminCourts');

async function CourtTable({ caption, courts }: { caption: string; courts: Court[] }) {
  const [t, locale] = [await getTranslations('adminCourts'), await getLocale()];
  const rows = courts.map((court) => ({
    key: court.id,
    cells: [
      <RowLink key="court" href={{ pathname: '/admin/courts/[court]', params: { court: court.id } }}>
        {court.municipality}
      </RowLink>,
      <span key="county" className="inline-block first-letter:uppercase">
        {locale === 'fr' ? court.countyFr : court.countyEn}
      </span>,
      formatDate(court.acceptsFrom, locale),
      court.acceptsUntil ? formatDate(court.acceptsUntil, locale) : t('noEnd'),
      t(court.noticeEn ? 'yes' : 'no'),
    ],
  }));
  const headings = (['court', 'county', 'acceptsFrom', 'acceptsUntil', 'notice'] as const).map((name) =>
    t(name),
  );
  return <Table caption={caption} headings={headings} rows={rows} empty="" />;
}

/** The court offices by region, with the first and last day on which claims can be filed there. */
export default async function CourtsPage() {
  await requireStaff('registrar');
  const [t, regions] = [await getTranslations('adminCourts'), await getTranslations('region')];
  const courts = await listCourts(courtDay(courtNow()));
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      {REGIONS.map((region) => (
        <CourtTable
          key={region}
          caption={regions(region)}
          courts={courts.filter((court) => court.region === region)}
        />
      ))}
    </>
  );
}
