import { hasLocale } from 'next-intl';
import { defineRouting } from 'next-intl/routing';
import { type Locale, locales, paths } from '@/lib/web/routes/paths';

/**
 * Every page's path begins with its language. Only the path chooses the language: no cookie and no header
 * does.
 */
export const routing = defineRouting({
  locales,
  defaultLocale: 'en',
  localePrefix: 'always',
  localeCookie: false,
  pathnames: paths,
});

/** The language that somebody names, or else that of the service. */
export const localeOf = (asked: unknown): Locale =>
  hasLocale(locales, asked) ? asked : routing.defaultLocale;
