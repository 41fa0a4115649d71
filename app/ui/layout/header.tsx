import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/app/ui/layout/language-switch';
import { PrintedAddress } from '@/app/ui/layout/printed-address';
import { Wordmark } from '@/app/ui/layout/wordmark';
import { PlainLink } from '@/app/ui/links/plain-link';
import { env } from '@/lib/env';
import { otherThan, pathInOther } from '@/lib/web/routes/other-language';
import { currentPath } from '@/lib/web/session/session';

/**
 * The black bar on top with our wordmark and the link to the other language; below it the name of the service, with its
 * pages. Printed, the wordmark and the page's address.
 */
export async function Header({ name, nav }: { name: string | undefined; nav: ReactNode }) {
  const [t, locale, path] = await Promise.all([getTranslations('frame'), getLocale(), currentPath()]);
  return (
    <header>
      <div className="bg-bar text-on-bar print:bg-page print:text-ink">
        <div className="page-width flex items-center justify-between gap-4 py-1.5 print:px-0">
          <PlainLink
            href="/"
            className="inline-flex min-h-11 items-center gap-3 font-heading text-lg font-bold no-underline sm:text-xl"
          >
            <Wordmark />
            {t('wordmark')}
          </PlainLink>
          <LanguageSwitch locale={otherThan(locale)} answered={{ path, other: pathInOther(path, locale) }} />
          <PrintedAddress origin={env.PUBLIC_ORIGIN} />
        </div>
      </div>
      {name && (
        <div className="border-b border-line print:hidden">
          <div className="page-width flex flex-wrap items-center justify-between gap-x-4 sm:gap-x-8">
            <p className="mb-0! py-3 font-heading font-bold sm:text-lg">{name}</p>
            {nav}
          </div>
        </div>
      )}
    </header>
  );
}
