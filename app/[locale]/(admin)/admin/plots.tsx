import { getLocale, getTranslations } from 'next-intl/server';
import { BarList, Plot } from '@/app/ui/display/plot';
import type { FilingDay } from '@/lib/data/health/filing-days';
import { formatDayAndMonth, formatShortDate } from '@/lib/domain/court/dates';
import { HOLD_REASONS } from '@/lib/domain/filing/hold';
import { WAIT_STEPS } from '@/lib/domain/health/waits';

const sumAt = (days: readonly FilingDay[], name: 'hours' | 'waits', at: number) =>
  days.reduce((sum, day) => sum + (day[name][at] ?? 0), 0);

/** The last days of the court: how many filings came on which day and in which hour, how soon they were issued, and the holds. */
export async function Plots({ days }: { days: readonly FilingDay[] }) {
  const [t, waits, holds, locale] = [
    await getTranslations('adminToday'),
    await getTranslations('waits'),
    await getTranslations('holdName'),
    await getLocale(),
  ];
  const plot = (title: string, name: string) => ({
    title,
    headings: [name, t('count')] as const,
    tableWords: t('asTable', { plot: title }),
  });
  const perDay = days.map(({ day, received }, at) => ({
    name: formatShortDate(day, locale),
    value: received,
    ...(at % 7 === days.length % 7 && { tick: formatDayAndMonth(day, locale) }),
  }));
  const perHour = Array.from({ length: 24 }, (_, hour) => ({
    name: String(hour),
    value: sumAt(days, 'hours', hour),
    ...(hour % 3 === 0 && { tick: String(hour) }),
  }));
  const perWait = WAIT_STEPS.map((step, at) => ({
    name: waits(step),
    value: sumAt(days, 'waits', at),
    tick: waits(step),
  }));
  const perReason = HOLD_REASONS.map((reason) => ({
    name: holds(reason),
    value: days.reduce((sum, day) => sum + (day.holds[reason] ?? 0), 0),
  })).filter(({ value }) => value > 0);
  return (
    <section>
      <h2>{t('plots')}</h2>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Plot {...plot(t('perDay'), t('day'))} bars={perDay} />
        <Plot {...plot(t('perHour'), t('hour'))} bars={perHour} />
        <Plot {...plot(t('perWait'), t('duration'))} bars={perWait} />
        {perReason.length > 0 ? <BarList title={t('perReason')} bars={perReason} /> : <p>{t('noHolds')}</p>}
      </div>
    </section>
  );
}
