import type { ReactNode } from 'react';
import { Footer } from '@/app/ui/layout/footer';
import { Header } from '@/app/ui/layout/header';

/** The frame of every page: header, the page's own column, footer. */
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
  return (
    <>
      <Header name={name} nav={nav} />
      <main id="main" tabIndex={-1} className="grow">
        {hero}
        <div className="page-width pt-8 pb-12 sm:pt-10">{children}</div>
      </main>
      <Footer />
    </>
  );
}
