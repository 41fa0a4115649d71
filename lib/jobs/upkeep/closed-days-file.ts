import ical, { ICalEventTransparency } from 'ical-generator';
import { createTranslator, type Locale } from 'next-intl';
import type { CourtCalendar } from '@/lib/domain/court/calendar';
import { addDays, type IsoDate, startInUtc, yearOf } from '@/lib/domain/court/day';
import { type ClosedDay, closedDaysOf } from '@/lib/domain/court/year';
import { catalogues } from '@/lib/messages/catalogue';

/**
 * The days on which the court offices are closed besides weekends, this year and the next, as a calendar file
 * (RFC 5545) that a calendar program can subscribe to.
 */
export function closedDaysFile(calendar: CourtCalendar, today: IsoDate, locale: Locale): string {
  const t = createTranslator({ locale, messages: catalogues[locale] });
  const nameOf = (day: ClosedDay) => {
    if ('holiday' in day) return t(`holiday.${day.holiday.name}`);
    return locale === 'fr' ? day.closure.nameFr : day.closure.nameEn;
  };
  const year = yearOf(today);
  const file = ical({
    prodId: { company: 'Civil Claims Online', product: 'Closed days' },
    name: t('closedDays.title'),
  });
  const days = [year, year + 1].flatMap((one) => closedDaysOf(one, calendar));
  for (const day of days) {
    const isHoliday = 'holiday' in day || ('on' in day.closure && day.closure.isHoliday);
    file.createEvent({
      id: `${day.on}-${'holiday' in day ? day.holiday.name : 'closure'}@civil-claims-online`,
      summary: t('closedDays.event', { name: nameOf(day) }),
      description: t(isHoliday ? 'closedDays.holiday' : 'closedDays.closure'),
      start: startInUtc(day.on),
      end: startInUtc(addDays(day.on, 1)),
      allDay: true,
      timezone: 'UTC',
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return file.toString();
}
