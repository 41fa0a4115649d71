import { getTranslations } from 'next-intl/server';
import { exit } from '@/app/[locale]/(justice)/exit';
import { Frame } from '@/app/ui/frame';
import { can } from '@/lib/domain/access';
import { Link } from '@/lib/web/navigation';
import { currentActor } from '@/lib/web/session';

const item = 'inline-flex min-h-11 cursor-pointer items-center text-link underline';

/** The staff's area. Each page asks for its own permission; this only shows where one may go. */
export default async function AdminLayout({ children }: LayoutProps<'/[locale]/admin'>) {
  const t = await getTranslations('frame');
  const actor = await currentActor();
  const links = [
    ['/admin', t('adminToday'), 'read-filings'],
    ['/admin/filings', t('adminFilings'), 'read-filings'],
    ['/admin/emails', t('adminEmails'), 'read-mail'],
    ['/admin/courts', t('adminCourts'), 'edit-courts'],
    ['/admin/users', t('adminUsers'), 'manage-users'],
  ] as const;
  const shown = links.filter(([, , permission]) => can(actor, permission));
  const nav = shown.length > 0 && (
    <nav aria-label={t('admin')}>
      <ul className="flex flex-wrap gap-x-6">
        {shown.map(([href, words]) => (
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
    </nav>
  );
  return (
    <Frame name={t('admin')} links={nav}>
      {children}
    </Frame>
  );
}
