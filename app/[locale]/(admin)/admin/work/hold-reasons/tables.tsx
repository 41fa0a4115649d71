import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/display/table';
import type { KeptReason } from '@/lib/data/filing/holds/hold-reasons';
import { formatDate } from '@/lib/domain/court/dates';
import { SERVICE_REASONS } from '@/lib/domain/filing/hold';

/** The reasons that registrars keep: code, both sentences, what the filer can do, and the days in force. */
export async function KeptReasons({ reasons }: { reasons: KeptReason[] }) {
  const [t, locale] = [await getTranslations('holdReasons'), await getLocale()];
  const rows = reasons.map(({ id, code, wordsEn, wordsFr, remedy, activeFrom, activeUntil }) => ({
    key: id,
    cells: [
      <code key="code">{code}</code>,
      <span key="en" lang="en">
        {wordsEn}
      </span>,
      <span key="fr" lang="fr">
        {wordsFr}
      </span>,
      t(`remedies.${remedy}`),
      formatDate(activeFrom, locale),
      activeUntil ? formatDate(activeUntil, locale) : t('noEnd'),
    ],
  }));
  const columns = ['code', 'wordsEn', 'wordsFr', 'remedy', 'from', 'until'] as const;
  const headings = columns.map((name) => t(name));
  return <Table caption={t('kept')} headings={headings} rows={rows} empty={t('noneKept')} headed />;
}

/** The reasons of the service itself, with the sentence that the filer is told. */
export async function ServiceReasons() {
  const [t, names, words] = [
    await getTranslations('holdReasons'),
    await getTranslations('holdName'),
    await getTranslations('holdReason'),
  ];
  const rows = SERVICE_REASONS.map((code) => ({
    key: code,
    cells: [<code key="code">{code}</code>, names(code), words(code)],
  }));
  const headings = [t('code'), t('name'), t('words')];
  return <Table caption={t('ofService')} headings={headings} rows={rows} empty="" headed />;
}
