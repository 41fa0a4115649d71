import { getLocale, getTranslations } from 'next-intl/server';
import { end } from '@/app/[locale]/(one-key)/sessions/actions';
import { Table } from '@/app/ui/display/table';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { OpenSession } from '@/lib/data/sign-in/open-sessions';
import { formatShortInstant } from '@/lib/domain/court/dates';

async function EndSession({ id, device }: { id: string; device: string }) {
  const t = await getTranslations('sessions');
  return (
    <PageForm action={end}>
      <input type="hidden" name="session" value={id} />
      <Button look="secondary">
        {t('end')}
        <span className="sr-only"> : {device}</span>
      </Button>
    </PageForm>
  );
}

/** The open sessions of a person. The session that asks is marked; signing out ends it. */
export async function SessionTable({ sessions }: { sessions: readonly OpenSession[] }) {
  const [t, locale] = [await getTranslations('sessions'), await getLocale()];
  const rows = sessions.map(({ id, device: told, ip, createdAt, lastActiveAt, isThis }) => {
    const device = told || t('unknownDevice');
    return {
      key: id,
      cells: [
        device,
        ip ?? t('unknownIp'),
        formatShortInstant(createdAt, locale),
        formatShortInstant(lastActiveAt, locale),
        isThis ? <strong key="this">{t('this')}</strong> : <EndSession key="end" {...{ id, device }} />,
      ],
    };
  });
  const headings = (['device', 'ip', 'since', 'lastActive', 'options'] as const).map((name) => t(name));
  return <Table caption={t('caption')} headings={headings} rows={rows} empty={t('empty')} />;
}
