import { getLocale, getTranslations } from 'next-intl/server';
import { officesWords } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Table } from '@/app/ui/display/table';
import { whereOf } from '@/lib/data/court/calendar';
import type { ListedClosure } from '@/lib/data/court/calendar-editing';
import { formatDate, formatDayOfYear } from '@/lib/domain/court/dates';
import type { IsoDate } from '@/lib/domain/court/day';

/** The closures that staff maintain from today on, each with a link to remove it. Those that are past are folded. */
export async function Closures({ closures, today }: { closures: ListedClosure[]; today: IsoDate }) {
  const t = await getTranslations('adminCalendar');
  const isPast = ({ on }: ListedClosure) => on !== null && on < today;
  const past = closures.filter(isPast);
  return (
    <>
      <ClosureTable caption={t('closures')} closures={closures.filter((one) => !isPast(one))} />
      {past.length > 0 && (
        <details className="mb-6">
          <summary className="min-h-11 cursor-pointer py-2 text-link underline">{t('pastClosures')}</summary>
          <ClosureTable caption={t('pastClosures')} closures={past} />
        </details>
      )}
    </>
  );
}

async function ClosureTable({ caption, closures }: { caption: string; closures: ListedClosure[] }) {
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
      caption={caption}
      headings={headings}
      rows={await Promise.all(rows)}
      empty={t('noClosures')}
      headed
    />
  );
}
