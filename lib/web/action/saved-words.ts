import type { createTranslator, Locale } from 'next-intl';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatClock, formatDayOfYear } from '@/lib/domain/court/dates';
import type { Messages } from '@/lib/messages/catalogue';

type Words = ReturnType<typeof createTranslator<Messages, 'claim'>>;

/** "10:42 a.m.", « à 10 h 42 », of today; with its day before that. The time is Toronto's. */
export function whenSaved(t: Words, at: Date, now: Date, locale: Locale): string {
  const time = formatClock(at, locale);
  const day = courtDay(at);
  if (day === courtDay(now)) return t('savedToday', { time });
  const [, month, date] = day.split('-').map(Number);
  return t('savedOn', { day: formatDayOfYear(month ?? 1, date ?? 1, locale), time });
}

/** "Saved 10:42 a.m.", « Enregistré à 10 h 42 ». */
export function savedWords(t: Words, at: Date, now: Date, locale: Locale): string {
  return t('savedWhen', { when: whenSaved(t, at, now, locale) });
}
