import { createTranslator, type Locale } from 'next-intl';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { catalogues } from '@/lib/messages/catalogue';

/** The texts of the court's e-mail in the reader's language. Works outside a request. */
export function mailTexts(locale: Locale) {
  return createTranslator({
    locale,
    messages: catalogues[locale],
    namespace: 'mail',
    timeZone: COURT_ZONE,
  });
}

export type MailTexts = ReturnType<typeof mailTexts>;
