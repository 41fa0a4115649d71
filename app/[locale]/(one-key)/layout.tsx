import { getTranslations } from 'next-intl/server';
import { SessionWatch } from '@/app/[locale]/session-watch';
import { Frame } from '@/app/ui/frame';
import { LinkList } from '@/app/ui/link-list';

/** The ONE-key pages, with the links of the guide in their header. */
export default async function OneKeyLayout({ children }: LayoutProps<'/[locale]'>) {
  const t = await getTranslations('frame');
  const links = [
    { href: '/help', words: t('help') },
    { href: '/serviceontario', words: t('serviceOntario') },
    { href: '/about-ontario', words: t('aboutOntario') },
  ] as const;
  const nav = (
    <nav aria-label={t('oneKeyLinks')}>
      <LinkList links={links} />
    </nav>
  );
  return (
    <Frame name={t('oneKey')} links={nav}>
      {children}
      <SessionWatch />
    </Frame>
  );
}
