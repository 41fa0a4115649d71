import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/display/table';
import type { FilingRecord } from '@/lib/data/filing/filing-record';
import { FILING_ACTIONS } from '@/lib/domain/access/audit';
import { formatInstant } from '@/lib/domain/court/dates';
import { isOneOf } from '@/lib/domain/text';

type HistoryLine = FilingRecord['history'][number];

/**
 * Who did what to the filing, the newest first. An action that only a later version knows appears under its
 * raw name.
 */
export async function History({ history }: { history: FilingRecord['history'] }) {
  const [t, locale] = [await getTranslations('filingHistory'), await getLocale()];
  const who = (actor: HistoryLine['actor'], oneKeyId: string | null) =>
    [t(`actors.${actor}`), oneKeyId].filter(Boolean).join(', ');
  const rows = history.map((line) => ({
    key: String(line.entry),
    cells: [
      formatInstant(line.at, locale),
      isOneOf(FILING_ACTIONS, line.action) ? t(`actions.${line.action}`) : line.action,
      who(line.actor, line.oneKeyId),
      t(`outcomes.${line.outcome}`),
    ],
  }));
  const headings = [t('at'), t('action'), t('actor'), t('outcome')];
  return <Table caption={t('caption')} headings={headings} rows={rows} empty={t('empty')} />;
}
