import { getLocale, getTranslations } from 'next-intl/server';
import { officesWords } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Table } from '@/app/ui/display/table';
import { whereOf } from '@/lib/data/court/calendar';
import type { ListedClosure } from '@/lib/data/court/calendar-editing';
import { formatDate, formatDayOfYear } from '@/lib/domain/court/dates';

/** The closures that staff maintain, each with a link to remove it. */
export async function Closures({ closures }: { closures: ListedClosure[] }) {
  const [t, locale] = [await getTranslations('adminCalendar'), await getLocale()];
  const rows = closures.map(async ({ id, on, month, day, fromYear, isHoliday, nameEn, nameFr, ...row }) => {
    const name = locale === 'fr' ? nameFr : nameEn;
    const when = on
      ? formatDate(on, locale)
      : t('everyYear', {
          day: formatDayOfYear(month ?? 1, day ?? 1, locale),
          year: String(fromYear),
        });
    return {
      key: id,
      cells: [
        when,
        name,
        await officesWords(whereOf(row)),
        t(isHoliday ? 'proclaimed' : 'closed'),
        <RowLink key="remove" href={{ pathname: '/admin/calendar/[closure]', params: { closure: id } }}>
          {t('remove')}
          <span className="sr-only"> {name}</span>
        </RowLink>,
      ],
    };
  });
  const headings = [t('when'), t('name'), t('offices'), t('what'), t('change')];
  return (
    <Table
      caption={t('closures')}
      headings={headings}
      rows={await Promise.all(rows)}
      empty={t('noClosures')}
    />
  );
}
