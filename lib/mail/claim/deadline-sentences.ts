import { createTranslator, type Locale } from 'next-intl';
import { formatDate } from '@/lib/domain/court/dates';
import type { Deadline } from '@/lib/domain/filing/deadline';
import { catalogues } from '@/lib/messages/catalogue';

/** The last day of each duty in a sentence, on the page and in the message. */
export function deadlineSentences(deadlines: readonly Deadline[], locale: Locale): string[] {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: 'deadline' });
  return deadlines.map(({ kind, by, fileBy }) => {
    const closed = fileBy ? ` ${t('closed', { before: formatDate(fileBy, locale) })}` : '';
    return `${t(kind, { date: formatDate(by, locale) })}${closed}`;
  });
}
