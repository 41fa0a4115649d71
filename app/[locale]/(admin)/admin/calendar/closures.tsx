import { getLocale, getTranslations } from 'next-intl/server';
import { remove } from '@/app/[locale]/(admin)/admin/calendar/actions';
import { Table } from '@/app/ui/display/table';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { ListedClosure } from '@/lib/data/court/calendar-editing';
import { formatDate, formatDayOfYear } from '@/lib/domain/court/dates';

/** The closures that staff maintain, each with a button that removes it. */
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
