import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { catalogues } from '@/lib/messages/catalogue';
import { routing } from '@/lib/web/routes/routing';

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return { locale, messages: catalogues[locale], timeZone: COURT_ZONE };
});
