import { createTranslator, type Locale } from 'next-intl';
import { cache } from 'react';
import { formatInstant } from '@/lib/domain/court/dates';
import { catalogues } from '@/lib/messages/catalogue';
import { shownAnnouncements } from '@/lib/web/live/court-facts';

/** One line above every page. `isOutage`: it leads to the page about the service. */
export type Announcement = { key: string; words: string; isOutage: boolean };

/**
 * What stands above every page at the moment, in the reader's language. Without a database there is nothing: no page
 * fails for it.
 */
export const announcements = cache(async (locale: Locale): Promise<Announcement[]> => {
  const found = await shownAnnouncements().catch(() => null);
  if (!found) return [];
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'frame' });
  const { notice, outages } = found;
  const lasting = outages.map(({ id, startedAt, whatEn, whatFr }) => ({
    key: id,
    words: t('outage', {
      instant: formatInstant(startedAt, locale),
      what: locale === 'fr' ? whatFr : whatEn,
    }),
    isOutage: true,
  }));
  return [...lasting, ...(notice ? [{ key: 'notice', words: notice[locale], isOutage: false }] : [])];
});
