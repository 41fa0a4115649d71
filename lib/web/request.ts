import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';
import { routing } from '@/lib/web/routing';

const messages = { en, fr };

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return { locale, messages: messages[locale], timeZone: 'America/Toronto' };
});
