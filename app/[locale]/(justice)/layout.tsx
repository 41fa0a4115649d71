import { getTranslations } from 'next-intl/server';
import { exit } from '@/app/[locale]/(justice)/exit';
import { Frame } from '@/app/ui/frame';
import { Menu } from '@/app/ui/menu';
import { Link } from '@/lib/web/navigation';

const item =
  'flex min-h-11 w-full cursor-pointer items-center px-4 text-left text-link underline hover:bg-grey-5';

/** Justice Services Online, with its Menu; the menu opens without JavaScript. */
export default async function JusticeLayout({ children }: LayoutProps<'/[locale]'>) {
  const t = await getTranslations('frame');
  const links = [
    ['/account', t('myAccount')],
    ['/drafts', t('drafts')],
    ['/transactions', t('transactions')],
    ['/contact-information', t('contactInformation')],
    ['/terms-accepted', t('termsOfUse')],
  ] as const;
  const menu = (
    <Menu label={t('menu')}>
      <ul>
        {links.map(([href, words]) => (
          <li key={href}>
            <Link href={href} className={item}>
              {words}
            </Link>
          </li>
        ))}
        <li>
          <form action={exit}>
            <button type="submit" className={item}>
              {t('exit')}
            </button>
          </form>
        </li>
      </ul>
    </Menu>
  );
  return (
    <Frame name={t('justice')} menu={menu}>
      {children}
    </Frame>
  );
}
