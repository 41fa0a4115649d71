import { createTranslator, type Locale } from 'next-intl';
import { formatDate } from '@/lib/domain/court/dates';
import type { Deadline } from '@/lib/domain/filing/deadline';
import { en, fr } from '@/lib/messages/catalogue';

/** The last day of each duty in a sentence, as the page and the calendar file say it. */
export function deadlineSentences(deadlines: readonly Deadline[], locale: Locale): string[] {
  const messages: typeof en = locale === 'fr' ? fr : en;
  const t = createTranslator({ locale, messages, namespace: 'deadline' });
  return deadlines.map(({ kind, by, fileBy }) => {
    const closed = fileBy ? ` ${t('closed', { before: formatDate(fileBy, locale) })}` : '';
    return `${t(kind, { date: formatDate(by, locale) })}${closed}`;
  });
}
