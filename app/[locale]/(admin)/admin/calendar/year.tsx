import { getLocale, getTranslations } from 'next-intl/server';
import { officesWords } from '@/app/[locale]/(admin)/admin/calendar/offices';
import { Table } from '@/app/ui/display/table';
import type { CourtCalendar } from '@/lib/domain/court/calendar';
import { formatDate, formatMonthName } from '@/lib/domain/court/dates';
import { closedDaysOf, type DayKind, weeksOf } from '@/lib/domain/court/year';

type Props = { year: number; calendar: CourtCalendar };

/** Told apart without colours as well: a holiday is bold and boxed, a closure is underlined and boxed twice, one of some offices dotted. */
const looks: Record<DayKind, string> = {
  open: '',
  weekend: 'text-muted',
  holiday: 'rounded border border-ink font-bold',
  closed: 'rounded border-4 border-double border-alert font-bold underline',
  partly: 'rounded border-2 border-dotted border-alert underline',
};

const months = Array.from({ length: 12 }, (_, n) => n + 1);

async function Month({ year, month, calendar }: Props & { month: number }) {
  const locale = await getLocale();
  return (
    <div>
      <p className="mb-1! font-semibold first-letter:uppercase">{formatMonthName(month, locale)}</p>
      <div className="grid grid-cols-7 text-center text-[0.8125rem]">
        {weeksOf(year, month, calendar)
          .flat()
          .map((day, n) => (
            <span key={day?.on ?? n} className={`m-px py-0.5 ${day ? looks[day.kind] : ''}`}>
              {day ? Number(day.on.slice(8)) : ''}
            </span>
          ))}
      </div>
    </div>
  );
}

/** Twelve months at a glance, and the same in words: the days on which the offices are closed, besides weekends. */
export async function Year({ year, calendar }: Props) {
  const [t, names, locale] = [
    await getTranslations('adminCalendar'),
    await getTranslations('holiday'),
    await getLocale(),
  ];
  const rows = closedDaysOf(year, calendar).map(async (day) => {
    const date = formatDate(day.on, locale);
    if ('holiday' in day) {
      const { name } = day.holiday;
      return { key: `${day.on} ${name}`, cells: [date, names(name), t('everyOffice'), t('holiday')] };
    }
    const { closure } = day;
    const isProclaimed = 'on' in closure && closure.isHoliday;
    const name = locale === 'fr' ? closure.nameFr : closure.nameEn;
    const offices = await officesWords(closure.where);
    return {
      key: `${day.on} ${name} ${offices}`,
      cells: [date, name, offices, t(isProclaimed ? 'proclaimed' : 'closed')],
    };
  });
  return (
    <>
      <div aria-hidden className="mb-6 grid gap-6 sm:grid-cols-3 lg:grid-cols-4">
        {months.map((month) => (
          <Month key={month} year={year} month={month} calendar={calendar} />
        ))}
      </div>
      <p aria-hidden className="flex flex-wrap gap-x-6 gap-y-2">
        {(['weekend', 'holiday', 'closed', 'partly'] as const).map((kind) => (
          <span key={kind}>
            <span className={`px-2 py-0.5 ${looks[kind]}`}>12</span> {t(kind)}
          </span>
        ))}
      </p>
      <details className="mb-6">
        <summary className="min-h-11 cursor-pointer py-2 text-link underline">{t('allDays')}</summary>
        <p className="mt-4">{t('holidaysWords')}</p>
        <Table
          caption={t('closedIn', { year: String(year) })}
          headings={[t('when'), t('name'), t('offices'), t('what')]}
          rows={await Promise.all(rows)}
          empty=""
        />
      </details>
    </>
  );
}
