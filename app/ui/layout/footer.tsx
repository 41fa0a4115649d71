import { ArrowUp } from 'lucide';
import { useTranslations } from 'next-intl';
import { Icon } from '@/app/ui/display/line-icon';
import { PlainLink } from '@/app/ui/links/plain-link';

/** The way back to the top, then the dark bar at the end: what everybody may read, and who runs this. */
export function Footer() {
  const t = useTranslations('frame');
  const links = [
    { href: '/contact-us', words: t('contactUs') },
    { href: '/accessibility', words: t('accessibility') },
    { href: '/terms-of-use', words: t('termsOfUse') },
    { href: '/privacy', words: t('privacy') },
    { href: '/verify', words: t('verify') },
    { href: '/court-register', words: t('courtRegister') },
    { href: '/statistics', words: t('statistics') },
    { href: '/service-status', words: t('serviceStatus') },
  ] as const;
  return (
    <footer className="print:hidden">
      <div className="page-width pb-8">
        <a href="#main" className="to-top inline-flex min-h-11 items-center gap-2 text-link underline">
          <Icon of={ArrowUp} size={20} />
          {t('toTop')}
        </a>
      </div>
      <div className="bg-bar text-on-bar">
        <div className="page-width py-8">
          <ul className="grid gap-x-8 sm:flex sm:flex-wrap">
            {links.map(({ href, words }) => (
              <li key={href}>
                <PlainLink
                  href={href}
                  className="inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {words}
                </PlainLink>
              </li>
            ))}
          </ul>
          <p className="mt-4 mb-0! text-sm">{t('independent')}</p>
        </div>
      </div>
    </footer>
  );
}
