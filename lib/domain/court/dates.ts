import { formatInTimeZone } from 'date-fns-tz';
import type { Locale } from 'next-intl';
import { COURT_ZONE, type IsoDate, isoDate, startInUtc } from '@/lib/domain/court/day';

/** Dates and times in their display form, always the court's: Toronto. */

/** French typography keeps "8 h 30" on one line. */
const noBreak = '\u00a0';

const inFull = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
const dateFormats = {
  en: new Intl.DateTimeFormat('en-CA', inFull),
  fr: new Intl.DateTimeFormat('fr-CA', inFull),
};

/**
 * A date in full with its weekday: "Tuesday, November 24, 2026", « mardi 24 novembre 2026 ». The surrounding
 * sentence adds the preposition: "on {date}", « le {date} », « en date du {date} ».
 * @param on a calendar date, 'YYYY-MM-DD'
 * @throws RangeError for any other text
 */
export function formatDate(on: string, locale: Locale): string {
  const text = dateFormats[locale].format(startInUtc(on));
  return locale === 'fr' ? text.replace(' 1 ', ' 1er ') : text;
}

const short = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
const shortFormats = {
  en: new Intl.DateTimeFormat('en-CA', short),
  fr: new Intl.DateTimeFormat('fr-CA', short),
};

/** A date in a table, without its weekday: "Nov 24, 2026", « 24 nov. 2026 ». */
export function formatShortDate(on: IsoDate, locale: Locale): string {
  const text = shortFormats[locale].format(startInUtc(on));
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text.replace('.', '');
}

const ofDay = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
const ofDayFormats = {
  en: new Intl.DateTimeFormat('en-CA', ofDay),
  fr: new Intl.DateTimeFormat('fr-CA', ofDay),
};

/** A date where there is little room and the year is known: "Nov 24", « 24 nov. ». */
export function formatDayAndMonth(on: IsoDate, locale: Locale): string {
  const text = ofDayFormats[locale].format(startInUtc(on));
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text.replace('.', '');
}

const ofYear = { month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
const dayFormats = {
  en: new Intl.DateTimeFormat('en-CA', ofYear),
  fr: new Intl.DateTimeFormat('fr-CA', ofYear),
};

/** A day of every year, by its month (1-12): "September 30", « 30 septembre ». */
export function formatDayOfYear(month: number, day: number, locale: Locale): string {
  const text = dayFormats[locale].format(new Date(Date.UTC(2024, month - 1, day)));
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** The time of an instant in Toronto, without its zone: "5:00 p.m.", « 17 h ». */
export function formatClock(at: Date, locale: Locale): string {
  const hour = Number(formatInTimeZone(at, COURT_ZONE, 'H'));
  if (locale === 'en') return `${formatInTimeZone(at, COURT_ZONE, 'h:mm')} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
  const minutes = formatInTimeZone(at, COURT_ZONE, 'mm');
  return (minutes === '00' ? [hour, 'h'] : [hour, 'h', minutes]).join(noBreak);
}

/** The time of an instant in Toronto, with its zone: "5:00 p.m. Eastern time", « 17 h (heure de l’Est) ». */
export function formatTime(at: Date, locale: Locale): string {
  return `${formatClock(at, locale)} ${locale === 'en' ? 'Eastern time' : '(heure de l’Est)'}`;
}

/**
 * An instant to the second: "Tuesday, November 24, 2026 at 5:00:09 p.m. Eastern time (UTC−5)", « mardi 24 novembre 2026
 * à 17 h 0 min 9 s (heure de l’Est, UTC−5) ».
 */
export function formatSecond(at: Date, locale: Locale): string {
  const date = formatDate(formatInTimeZone(at, COURT_ZONE, 'yyyy-MM-dd'), locale);
  const [hour = 0, minute, second] = formatInTimeZone(at, COURT_ZONE, 'H m s').split(' ').map(Number);
  const zone = `UTC−${-Number(formatInTimeZone(at, COURT_ZONE, 'x'))}`;
  if (locale === 'en') {
    const time = `${formatInTimeZone(at, COURT_ZONE, 'h:mm:ss')} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
    return `${date} at ${time} Eastern time (${zone})`;
  }
  const time = [hour, 'h', minute, 'min', second, 's'].join(noBreak);
  return `${date} à ${time} (heure de l’Est, ${zone})`;
}

/**
 * An instant in Toronto: "Tuesday, November 24, 2026 at 5:00 p.m. Eastern time", « mardi 24 novembre 2026 à
 * 17 h (heure de l’Est) ».
 */
export function formatInstant(at: Date, locale: Locale): string {
  const date = formatDate(formatInTimeZone(at, COURT_ZONE, 'yyyy-MM-dd'), locale);
  return `${date} ${locale === 'en' ? 'at' : 'à'} ${formatTime(at, locale)}`;
}

/** An instant in Toronto for a table: "Nov 24, 2026, 5:00 p.m.", « 24 nov. 2026, 17 h ». */
export function formatShortInstant(at: Date, locale: Locale): string {
  const date = formatShortDate(formatInTimeZone(at, COURT_ZONE, 'yyyy-MM-dd'), locale);
  return `${date}, ${formatClock(at, locale)}`;
}

const nameOfMonth = { month: 'long', timeZone: 'UTC' } as const;
const monthNames = {
  en: new Intl.DateTimeFormat('en-CA', nameOfMonth),
  fr: new Intl.DateTimeFormat('fr-CA', nameOfMonth),
};

/** A month by its name alone: "November", « novembre ». @param month 1-12 */
export const formatMonthName = (month: number, locale: Locale): string =>
  monthNames[locale].format(startInUtc(isoDate(2000, month, 1)));

const ofMonth = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const monthFormats = {
  en: new Intl.DateTimeFormat('en-CA', ofMonth),
  fr: new Intl.DateTimeFormat('fr-CA', ofMonth),
};

/** A month in full: "November 2026", « novembre 2026 ». @param month `YYYY-MM` */
export function formatMonth(month: string, locale: Locale): string {
  return monthFormats[locale].format(startInUtc(`${month}-01`));
}

const ofShortMonth = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const shortMonthFormats = {
  en: new Intl.DateTimeFormat('en-CA', ofShortMonth),
  fr: new Intl.DateTimeFormat('fr-CA', ofShortMonth),
};

/** A month where there is little room: "Nov 2026", « nov. 2026 ». @param month `YYYY-MM` */
export function formatShortMonth(month: string, locale: Locale): string {
  const text = shortMonthFormats[locale].format(startInUtc(`${month}-01`));
  return locale === 'fr' ? text : text.replace('.', '');
}
