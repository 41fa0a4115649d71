import { createTranslator, type Locale } from 'next-intl';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';

const messages: Record<Locale, typeof en> = { en, fr };

/** The words of the court's e-mail in the reader's language; works outside a request. */
export function mailTexts(locale: Locale) {
  return createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'mail',
    timeZone: 'America/Toronto',
  });
}

export type MailTexts = ReturnType<typeof mailTexts>;
