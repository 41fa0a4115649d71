import { getLocale, getTranslations } from 'next-intl/server';
import { end } from '@/app/[locale]/(one-key)/sessions/actions';
import { Button } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import { Table } from '@/app/ui/table';
import type { OpenSession } from '@/lib/data/open-sessions';
import { formatInstant } from '@/lib/domain/dates';

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

/** The open sessions of a person; the one that asks is marked and ends by signing out. */
export async function SessionTable({ sessions }: { sessions: readonly OpenSession[] }) {
  const [t, locale] = [await getTranslations('sessions'), await getLocale()];
  const rows = sessions.map(({ id, device: told, ip, createdAt, lastActiveAt, isThis }) => {
    const device = told || t('unknownDevice');
    return {
      key: id,
      cells: [
        device,
        ip ?? t('unknownIp'),
        formatInstant(createdAt, locale),
        formatInstant(lastActiveAt, locale),
        isThis ? <strong key="this">{t('this')}</strong> : <EndSession key="end" {...{ id, device }} />,
      ],
    };
  });
  const headings = (['device', 'ip', 'since', 'lastActive', 'options'] as const).map((name) => t(name));
  return <Table caption={t('caption')} headings={headings} rows={rows} empty={t('empty')} />;
}
