import type { Locale } from 'next-intl';
import type { getTranslations } from 'next-intl/server';
import type { Court } from '@/lib/domain/court/court';
import { COURT_ZONE } from '@/lib/domain/court/day';

type Words = Awaited<ReturnType<typeof getTranslations<'claim.court'>>>;

/** "Kenora (District of Kenora)". */
export function courtPlace(t: Words, court: Court, locale: Locale): string {
  const county = locale === 'fr' ? court.countyFr : court.countyEn;
  return t('place', { municipality: court.municipality, county });
}

/**
 * The facts for people who choose a court: its notice, and that Toronto time applies where the clock differs.
 */
export function courtNotices(t: Words, court: Court, locale: Locale): string[] {
  const notice = locale === 'fr' ? court.noticeFr : court.noticeEn;
  const time = court.zone === COURT_ZONE ? '' : t('torontoTime', { municipality: court.municipality });
  return [notice, time].filter((words) => words !== '');
}
