import { getTranslations } from 'next-intl/server';
import { SessionWatch } from '@/app/[locale]/session-watch';
import { Frame } from '@/app/ui/layout/frame';
import { Nav } from '@/app/ui/layout/nav';

/** The ONE-key pages, with the guide's links in their header. */
export default async function OneKeyLayout({ children }: LayoutProps<'/[locale]'>) {
  const t = await getTranslations('frame');
  const links = [
    { href: '/help', words: t('help') },
    { href: '/serviceontario', words: t('serviceOntario') },
    { href: '/about-ontario', words: t('aboutOntario') },
  ] as const;
  return (
    <Frame name={t('oneKey')} nav={<Nav label={t('oneKeyLinks')} links={links} />}>
      {children}
      <SessionWatch />
    </Frame>
  );
}
