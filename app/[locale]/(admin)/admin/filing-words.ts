import { getLocale, getTranslations } from 'next-intl/server';
import type { FilingLine } from '@/lib/data/filing/administration';
import { formatShortInstant } from '@/lib/domain/court/dates';

/** The columns of every list of filings; the first is the reference, the second the state. */
export async function filingHeadings(): Promise<string[]> {
  const t = await getTranslations('adminFilings');
  return (['reference', 'status', 'proceeding', 'court', 'received', 'fileNumber', 'assignee'] as const).map(
    (name) => t(name),
  );
}

/** The cells of a filing's line after its reference and state. */
export async function filingFacts(filing: FilingLine): Promise<string[]> {
  const [t, names, locale] = [
    await getTranslations('adminFilings'),
    await getTranslations('restriction.names'),
    await getLocale(),
  ];
  const title = filing.title ?? t('sealed');
  const restrictions = filing.restrictions.map((kind) => names(kind)).join(', ');
  return [
    restrictions && filing.title !== null ? t('restricted', { title, restrictions }) : title,
    filing.court,
    formatShortInstant(filing.receivedAt, locale),
    filing.fileNumber ?? t(filing.state === 'withdrawn' ? 'noNumber' : 'notYet'),
    filing.assignee ?? t('free'),
  ];
}
