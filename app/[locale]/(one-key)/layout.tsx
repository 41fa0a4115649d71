import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/ui/frame';
import { Link } from '@/lib/web/navigation';

/** The ONE-key pages, with the links of the guide in their header. */
export default async function OneKeyLayout({ children }: LayoutProps<'/[locale]'>) {
  const t = await getTranslations('frame');
  const links = [
    ['/help', t('help')],
    ['/serviceontario', t('serviceOntario')],
    ['/about-ontario', t('aboutOntario')],
  ] as const;
  const nav = (
    <nav aria-label={t('oneKeyLinks')}>
      <ul className="flex flex-wrap gap-x-6">
        {links.map(([href, words]) => (
          <li key={href}>
            <Link href={href} className="inline-flex min-h-11 items-center text-link underline">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <Frame name={t('oneKey')} links={nav}>
      {children}
    </Frame>
  );
}
