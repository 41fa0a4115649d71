import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Footer } from '@/app/ui/layout/footer';
import { Header } from '@/app/ui/layout/header';

/** The frame of every page: skip link, header, the page's own column, footer. */
export function Frame({
  name,
  nav,
  hero,
  children,
}: {
  /** The name of the service to which this part belongs; without it the header has the wordmark alone. */
  name?: string;
  nav?: ReactNode;
  /** What spans the whole width above the page's column. */
  hero?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('frame');
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-page focus:p-3 focus:text-link"
      >
        {t('skip')}
      </a>
      <Header name={name} nav={nav} />
      <main id="main" tabIndex={-1} className="grow">
        {hero}
        <div className="page-width pt-8 pb-12 sm:pt-10">{children}</div>
      </main>
      <Footer />
    </>
  );
}
