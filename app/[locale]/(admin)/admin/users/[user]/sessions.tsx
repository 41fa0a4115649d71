import { getLocale, getTranslations } from 'next-intl/server';
import { endOneSession, endSessions } from '@/app/[locale]/(admin)/admin/users/[user]/actions';
import { Table } from '@/app/ui/display/table';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { OpenSession } from '@/lib/data/sign-in/open-sessions';
import { formatShortInstant } from '@/lib/domain/court/dates';

async function EndOne({ user, id, device }: { user: string; id: string; device: string }) {
  const t = await getTranslations('adminAccount');
  return (
    <PageForm action={endOneSession}>
      <input type="hidden" name="user" value={user} />
      <input type="hidden" name="session" value={id} />
      <Button look="secondary">
        {t('endOne')}
        <span className="sr-only"> : {device}</span>
      </Button>
    </PageForm>
  );
}

/** A person's open sessions, each with the button that ends it, and one that ends all. */
export async function Sessions({ user, sessions }: { user: string; sessions: readonly OpenSession[] }) {
  const [t, words, locale] = [
    await getTranslations('adminAccount'),
    await getTranslations('sessions'),
    await getLocale(),
  ];
  const rows = sessions.map(({ id, device: told, ip, createdAt, lastActiveAt }) => {
    const device = told || words('unknownDevice');
    return {
      key: id,
      cells: [
        device,
        ip ?? words('unknownIp'),
        formatShortInstant(createdAt, locale),
        formatShortInstant(lastActiveAt, locale),
        <EndOne key="end" {...{ user, id, device }} />,
      ],
    };
  });
  const headings = (['device', 'ip', 'since', 'lastActive', 'options'] as const).map((name) => words(name));
  return (
    <>
      <h2>{t('sessions')}</h2>
      <Table caption={t('sessionsCaption')} headings={headings} rows={rows} empty={t('noSession')} />
      <PageForm action={endSessions} doneMessage={t('ended')}>
        <input type="hidden" name="user" value={user} />
        <p>{t('endWords')}</p>
        <Button look="danger">{t('end')}</Button>
      </PageForm>
    </>
  );
}
