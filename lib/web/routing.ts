import { defineRouting } from 'next-intl/routing';
import { addresses, locales } from '@/lib/web/addresses';

/** Every page stands under its language. The language is chosen by the address alone: no cookie, no guessing header. */
export const routing = defineRouting({
  locales,
  defaultLocale: 'en',
  localePrefix: 'always',
  localeCookie: false,
  pathnames: addresses,
});
