import { createTranslator, type Locale } from 'next-intl';
import { cache } from 'react';
import { getCalendar } from '@/lib/data/calendar';
import {
  type CourtCalendar,
  courtDay,
  datePromise,
  isBusinessDay,
  nextBoundary,
} from '@/lib/domain/calendar';
import { formatDate, formatInstant, formatTime } from '@/lib/domain/dates';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';
import { courtNow } from '@/lib/services/clock';

/** What a filer is told now of office hours and of the date of their claim, and for how long these words hold. */
export type PromiseWords = { hours: string; date: string; changes: string; freshForMs: number };

/** In the reader's language, by the server's clock and the court's calendar as staff keep it; the same all over a page. */
export const promiseWords = cache(
  async (locale: Locale): Promise<PromiseWords> => promiseWordsAt(courtNow(), await getCalendar(), locale),
);

/** The same at an instant and by a calendar that are given. */
export function promiseWordsAt(now: Date, calendar: CourtCalendar, locale: Locale): PromiseWords {
  const messages: typeof en = locale === 'fr' ? fr : en;
  const t = createTranslator({ locale, messages, namespace: 'datePromise', timeZone: 'America/Toronto' });
  const promise = datePromise(now, calendar);
  const closed = isBusinessDay(courtDay(now), calendar) ? 'closedNow' : 'closedToday';
  const facts = {
    date: formatDate(promise.issueOn, locale),
    next: formatDate(promise.thenIssueOn, locale),
    time: formatTime(promise.until, locale),
    instant: formatInstant(promise.until, locale),
  };
  return {
    hours: t(promise.open ? 'open' : closed),
    date: t(promise.open ? 'today' : 'later', facts),
    changes: t(promise.open ? 'afterClosing' : 'until', facts),
    freshForMs: nextBoundary(now).getTime() - now.getTime(),
  };
}
