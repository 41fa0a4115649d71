import { getTranslations } from 'next-intl/server';
import { approvalsForMe } from '@/app/[locale]/(admin)/admin/approvals-for-me';
import { ExitButton } from '@/app/[locale]/exit-button';
import { SessionWatch } from '@/app/[locale]/session-watch';
import { Frame } from '@/app/ui/layout/frame';
import { Nav } from '@/app/ui/layout/nav';
import { SoftLink } from '@/app/ui/links/soft-link';
import { can } from '@/lib/domain/access/access';
import { currentActor } from '@/lib/web/session/session';

/**
 * The staff's area. Each page checks its own permission; this only shows the pages that the person may open. For whom
 * there are none, it looks like any other page that does not exist.
 */
export default async function AdminLayout({ children }: LayoutProps<'/[locale]/admin'>) {
  const t = await getTranslations('frame');
  const actor = await currentActor();
  const waiting = await approvalsForMe();
  const links = [
    { href: '/admin', words: t('adminToday'), permission: 'read-filings' },
    { href: '/admin/work', words: t('adminWork'), permission: 'read-filings' },
    { href: '/admin/filings', words: t('adminFilings'), permission: 'read-filings' },
    { href: '/admin/paper', words: t('adminPaper'), permission: 'enter-paper' },
    { href: '/admin/emails', words: t('adminEmails'), permission: 'read-mail' },
    {
      href: '/admin/approvals',
      words: waiting > 0 ? t('adminApprovalsWaiting', { count: waiting }) : t('adminApprovals'),
      permission: 'edit-calendar',
    },
    { href: '/admin/calendar', words: t('adminCalendar'), permission: 'edit-calendar' },
    { href: '/admin/courts', words: t('adminCourts'), permission: 'edit-courts' },
    { href: '/admin/outages', words: t('adminOutages'), permission: 'declare-outages' },
    { href: '/admin/settings', words: t('adminSettings'), permission: 'edit-notices' },
    { href: '/admin/users', words: t('adminUsers'), permission: 'manage-users' },
    { href: '/admin/audit', words: t('adminAudit'), permission: 'read-audit' },
  ] as const;
  const shown = links.filter(({ permission }) => can(actor, permission));
  const nav = shown.length > 0 && (
    <Nav
      link={SoftLink}
      label={t('admin')}
      links={shown}
      end={<ExitButton look="nav-item">{t('exit')}</ExitButton>}
    />
  );
  return (
    <Frame name={t(nav ? 'admin' : 'service')} nav={nav}>
      {children}
      <SessionWatch />
    </Frame>
  );
}
