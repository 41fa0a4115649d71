import { getTranslations } from 'next-intl/server';
import { ExitButton } from '@/app/[locale]/exit-button';
import { SessionWatch } from '@/app/[locale]/session-watch';
import { Frame } from '@/app/ui/layout/frame';
import { Nav } from '@/app/ui/layout/nav';
import { SoftLink } from '@/app/ui/links/soft-link';

/** Justice Services Online, with its menu. */
export default async function JusticeLayout({ children }: LayoutProps<'/[locale]'>) {
  const t = await getTranslations('frame');
  const links = [
    { href: '/account', words: t('myAccount') },
    { href: '/drafts', words: t('drafts') },
    { href: '/transactions', words: t('transactions') },
    { href: '/contact-information', words: t('contactInformation') },
    { href: '/terms-accepted', words: t('termsOfUse') },
  ] as const;
  const nav = (
    <Nav
      link={SoftLink}
      label={t('menu')}
      links={links}
      end={<ExitButton look="nav-item">{t('exit')}</ExitButton>}
    />
  );
  return (
    <Frame name={t('justice')} nav={nav}>
      {children}
      <SessionWatch />
    </Frame>
  );
}
