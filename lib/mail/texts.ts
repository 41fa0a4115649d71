import { createTranslator, type Locale } from 'next-intl';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { en, fr } from '@/lib/messages/catalogue';

const messages: Record<Locale, typeof en> = { en, fr };

/** The texts of the court's e-mail in the reader's language. Works outside a request. */
export function mailTexts(locale: Locale) {
  return createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'mail',
    timeZone: COURT_ZONE,
  });
}

export type MailTexts = ReturnType<typeof mailTexts>;
