import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/table';
import type { FilingRecord } from '@/lib/data/filing-record';
import { formatInstant } from '@/lib/domain/dates';

/** Who did what to the filing, the newest first. What a later version records is shown by its own name. */
export async function History({ history }: { history: FilingRecord['history'] }) {
  const [t, locale] = [await getTranslations('filingHistory'), await getLocale()];
  const who = (actor: string, oneKeyId: string | null) =>
    [t(`actors.${actor}`), oneKeyId].filter(Boolean).join(', ');
  const rows = history.map((line) => ({
    key: String(line.entry),
    cells: [
      formatInstant(line.at, locale),
      t.has(`actions.${line.action}`) ? t(`actions.${line.action}`) : line.action,
      who(line.actor, line.oneKeyId),
      t(`outcomes.${line.outcome}`),
    ],
  }));
  const headings = [t('at'), t('action'), t('actor'), t('outcome')];
  return <Table caption={t('caption')} headings={headings} rows={rows} empty={t('empty')} />;
}
