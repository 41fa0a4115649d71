import { getTranslations } from 'next-intl/server';
import { ExitButton } from '@/app/[locale]/(justice)/exit-button';
import { SessionWatch } from '@/app/[locale]/session-watch';
import { Frame } from '@/app/ui/layout/frame';
import { LinkList } from '@/app/ui/layout/link-list';
import { can } from '@/lib/domain/access/access';
import { currentActor } from '@/lib/web/session/session';

/**
 * The staff's area. Each page checks its own permission; this only shows the pages that the person may open.
 */
export default async function AdminLayout({ children }: LayoutProps<'/[locale]/admin'>) {
  const t = await getTranslations('frame');
  const actor = await currentActor();
  const links = [
    { href: '/admin', words: t('adminToday'), permission: 'read-filings' },
    { href: '/admin/filings', words: t('adminFilings'), permission: 'read-filings' },
    { href: '/admin/emails', words: t('adminEmails'), permission: 'read-mail' },
    { href: '/admin/calendar', words: t('adminCalendar'), permission: 'edit-calendar' },
    { href: '/admin/courts', words: t('adminCourts'), permission: 'edit-courts' },
    { href: '/admin/users', words: t('adminUsers'), permission: 'manage-users' },
    { href: '/admin/audit', words: t('adminAudit'), permission: 'read-audit' },
  ] as const;
  const shown = links.filter(({ permission }) => can(actor, permission));
  const nav = shown.length > 0 && (
    <nav aria-label={t('admin')}>
      <LinkList links={shown} end={(look) => <ExitButton look={look}>{t('exit')}</ExitButton>} />
    </nav>
  );
  return (
    <Frame name={t('admin')} links={nav}>
      {children}
      <SessionWatch />
    </Frame>
  );
}
