import { createTranslator, type Locale } from 'next-intl';
import { cache } from 'react';
import {
  type CourtCalendar,
  courtDay,
  datePromise,
  isBusinessDay,
  nextBoundary,
} from '@/lib/domain/court/calendar';
import { closes } from '@/lib/domain/court/closure';
import { formatDate, formatInstant, formatTime } from '@/lib/domain/court/dates';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { catalogues } from '@/lib/messages/catalogue';
import { courtNow } from '@/lib/services/clock';
import { shownCalendar } from '@/lib/web/live/court-facts';

/** The texts about office hours and the date of a claim, and the time until which they hold. */
export type PromiseWords = {
  isOpen: boolean;
  hours: string;
  date: string;
  changes: string;
  freshForMs: number;
};

/**
 * The promise in the reader's language, by the court's clock and the calendar of an office, or of all where none is
 * chosen. It is the same everywhere on a page.
 * @param office the id of the office
 */
export const promiseWords = cache(async (locale: Locale, office?: string): Promise<PromiseWords> => {
  const calendar = await shownCalendar(office);
  return promiseWordsAt(courtNow(), calendar, locale);
});

/** What is said of today in an office that is closed, though not all are. */
function closureOfOffice(now: Date, { closures }: CourtCalendar, locale: Locale): string | undefined {
  const today = courtDay(now);
  const here = closures.filter((one) => closes(one, today));
  const [closure] = here.every(({ where }) => where) ? here : [];
  return closure && (locale === 'fr' ? closure.nameFr : closure.nameEn);
}

/** The promise at a given instant by a given calendar. */
export function promiseWordsAt(now: Date, calendar: CourtCalendar, locale: Locale): PromiseWords {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: 'datePromise', timeZone: COURT_ZONE });
  const promise = datePromise(now, calendar);
  const closed = isBusinessDay(courtDay(now), calendar) ? 'closedNow' : 'closedToday';
  const name = closureOfOffice(now, calendar, locale);
  const facts = {
    date: formatDate(promise.issueOn, locale),
    next: formatDate(promise.thenIssueOn, locale),
    time: formatTime(promise.until, locale),
    instant: formatInstant(promise.until, locale),
  };
  return {
    isOpen: promise.open,
    hours: name ? t('closedHere', { name }) : t(promise.open ? 'open' : closed),
    date: t(promise.open ? 'today' : 'later', facts),
    changes: t(promise.open ? 'afterClosing' : 'until', facts),
    freshForMs: nextBoundary(now).getTime() - now.getTime(),
  };
}
