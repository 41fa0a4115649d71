import ical, { ICalEventTransparency } from 'ical-generator';
import { createTranslator, type Locale } from 'next-intl';
import type { CourtCalendar } from '@/lib/domain/court/calendar';
import { type Closure, whereCode } from '@/lib/domain/court/closure';
import type { Court } from '@/lib/domain/court/court';
import { addDays, type IsoDate, startInUtc, yearOf } from '@/lib/domain/court/day';
import { type ClosedDay, closedDaysOf } from '@/lib/domain/court/year';
import { catalogues } from '@/lib/messages/catalogue';

type Place = { name: string; id: string };

/** Where a closure holds: the offices in words and in short, unless all of them are meant. */
function placeOf(
  { where }: Closure,
  courts: readonly Pick<Court, 'id' | 'municipality'>[],
  locale: Locale,
): Place | undefined {
  if (!where) return undefined;
  const t = createTranslator({ locale, messages: catalogues[locale] });
  const id = whereCode(where).replace(':', '-');
  if ('region' in where)
    return { id, name: t('closedDays.officesOf', { region: t(`region.${where.region}`) }) };
  const court = courts.find((one) => one.id === where.office);
  return { id, name: t('closedDays.officeIn', { municipality: court?.municipality ?? where.office }) };
}

/**
 * The days on which the court offices are closed besides weekends, this year and the next, as a calendar file
 * (RFC 5545) that a calendar program can subscribe to. A closure of some offices alone says of which.
 * @param calendar with every closure
 */
export function closedDaysFile(
  calendar: CourtCalendar,
  courts: readonly Pick<Court, 'id' | 'municipality'>[],
  today: IsoDate,
  locale: Locale,
): string {
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
    const place = 'holiday' in day ? undefined : placeOf(day.closure, courts, locale);
    const name = nameOf(day);
    const which = 'holiday' in day ? day.holiday.name : ['closure', place?.id].filter(Boolean).join('-');
    file.createEvent({
      id: `${day.on}-${which}@civil-claims-online`,
      summary: place ? t('closedDays.eventAt', { place: place.name, name }) : t('closedDays.event', { name }),
      ...(place && { location: place.name }),
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
