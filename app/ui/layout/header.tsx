import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/app/ui/layout/language-switch';
import { PrintedAddress } from '@/app/ui/layout/printed-address';
import { Wordmark } from '@/app/ui/layout/wordmark';
import { env } from '@/lib/env';
import { Link } from '@/lib/web/routes/navigation';

/**
 * The black bar on top with our wordmark and the link to the other language; below it the name of the service, with its
 * pages. Printed, the wordmark and the page's address.
 */
export function Header({ name, nav }: { name: string | undefined; nav: ReactNode }) {
  const t = useTranslations('frame');
  return (
    <header>
      <div className="bg-bar text-on-bar print:bg-page print:text-ink">
        <div className="page-width flex items-center justify-between gap-4 py-1.5 print:px-0">
          <Link
            href="/"
            className="inline-flex min-h-11 items-center gap-3 font-heading text-lg font-bold no-underline sm:text-xl"
          >
            <Wordmark />
            {t('wordmark')}
          </Link>
          <LanguageSwitch />
          <PrintedAddress origin={env.PUBLIC_ORIGIN} />
        </div>
      </div>
      {name && (
        <div className="border-b border-line print:hidden">
          <div className="page-width flex flex-wrap items-center justify-between gap-x-8">
            <p className="mb-0! py-3 font-heading text-lg font-bold">{name}</p>
            {nav}
          </div>
        </div>
      )}
    </header>
  );
}
