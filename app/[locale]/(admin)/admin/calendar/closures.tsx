import { getLocale, getTranslations } from 'next-intl/server';
import { remove } from '@/app/[locale]/(admin)/admin/calendar/actions';
import { Button } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import { Table } from '@/app/ui/table';
import type { ListedClosure } from '@/lib/data/calendar-editing';
import { formatDate, formatDayOfYear } from '@/lib/domain/dates';

/** The closures that staff keep, each with a button that removes it. */
export async function Closures({ closures }: { closures: ListedClosure[] }) {
  const [t, locale] = [await getTranslations('adminCalendar'), await getLocale()];
  const rows = closures.map(({ id, on, month, day, fromYear, isHoliday, nameEn, nameFr }) => {
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
        t(isHoliday ? 'proclaimed' : 'closed'),
        <PageForm key="remove" action={remove}>
          <input type="hidden" name="id" value={id} />
          <Button look="secondary">
            {t('remove')}
            <span className="sr-only"> {name}</span>
          </Button>
        </PageForm>,
      ],
    };
  });
  const headings = [t('when'), t('name'), t('what'), t('change')];
  return <Table caption={t('closures')} headings={headings} rows={rows} empty={t('noClosures')} />;
}
