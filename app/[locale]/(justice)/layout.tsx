import { getTranslations } from 'next-intl/server';
import { ExitButton } from '@/app/[locale]/(justice)/exit-button';
import { SessionWatch } from '@/app/[locale]/session-watch';
import { Frame } from '@/app/ui/layout/frame';
import { LinkList } from '@/app/ui/layout/link-list';
import { Menu } from '@/app/ui/layout/menu';

/** Justice Services Online, with its Menu. */
export default async function JusticeLayout({ children }: LayoutProps<'/[locale]'>) {
  const t = await getTranslations('frame');
  const links = [
    { href: '/account', words: t('myAccount') },
    { href: '/drafts', words: t('drafts') },
    { href: '/transactions', words: t('transactions') },
    { href: '/contact-information', words: t('contactInformation') },
    { href: '/terms-accepted', words: t('termsOfUse') },
  ] as const;
  const menu = (
    <Menu label={t('menu')}>
      <LinkList
        links={links}
        look="column"
        end={(look) => <ExitButton look={look}>{t('exit')}</ExitButton>}
      />
    </Menu>
  );
  return (
    <Frame name={t('justice')} menu={menu}>
      {children}
      <SessionWatch />
    </Frame>
  );
}
