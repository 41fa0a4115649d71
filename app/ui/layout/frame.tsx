import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/app/ui/layout/language-switch';
import { LinkList } from '@/app/ui/layout/link-list';
import { Link } from '@/lib/web/routes/navigation';

/**
 * The black bar on top: our wordmark, the link to the other language, and below them the name of the service.
 */
async function Header({ name, links, menu }: { name: string; links?: ReactNode; menu?: ReactNode }) {
  const t = await getTranslations('frame');
  return (
    <header className="print:hidden">
      <div className="bg-black text-white">
        <div className="mx-auto flex max-w-page items-center justify-between gap-4 px-4 py-3">
          <Link
            href="/"
            className="inline-flex min-h-11 items-center font-heading text-xl font-bold no-underline"
          >
            {t('wordmark')}
          </Link>
          <LanguageSwitch />
        </div>
      </div>
      <div className="border-b-4 border-grey-20 bg-grey-5">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 px-4 py-2">
          <p className="mb-0! font-heading text-lg font-bold">{name}</p>
          {links}
          {menu}
        </div>
      </div>
    </header>
  );
}

async function Footer() {
  const t = await getTranslations('frame');
  const links = [
    { href: '/verify', words: t('verify') },
    { href: '/court-register', words: t('courtRegister') },
    { href: '/contact-us', words: t('contactUs') },
    { href: '/accessibility', words: t('accessibility') },
    { href: '/terms-of-use', words: t('termsOfUse') },
    { href: '/privacy', words: t('privacy') },
  ] as const;
  return (
    <footer className="mt-16 print:hidden border-t-4 border-grey-20 bg-grey-5">
      <div className="mx-auto max-w-page px-4 py-6">
        <LinkList links={links} />
        <p className="mt-4 mb-0! text-sm">{t('independent')}</p>
      </div>
    </footer>
  );
}

/** The frame of every page: skip link, header, the page's own column, footer. */
export async function Frame({
  name,
  links,
  menu,
  children,
}: {
  /** The name of the service to which this part belongs. */
  name: string;
  links?: ReactNode;
  menu?: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations('frame');
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-white focus:p-3 focus:text-link"
      >
        {t('skip')}
      </a>
      <Header name={name} links={links} menu={menu} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-10">
        {children}
      </main>
      <Footer />
    </>
  );
}
