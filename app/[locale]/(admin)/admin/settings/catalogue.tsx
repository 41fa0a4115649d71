import { getLocale, getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import { Table } from '@/app/ui/display/table';
import { formatDate } from '@/lib/domain/court/dates';
import type { IsoDate } from '@/lib/domain/court/day';
import type { SettingOf } from '@/lib/domain/settings/setting';
import type { Href } from '@/lib/web/routes/navigation';

type Entry = SettingOf<'nature' | 'closureName'>;
type Props = {
  /** As the heading above it says. */
  caption: string;
  entries: readonly Entry[];
  /** What begins after today. */
  ahead: readonly { since: IsoDate; setting: Entry }[];
  hrefOf: (id: string) => Href;
  empty: string;
};

/** What staff keep in both languages: its words, whether it is offered, what begins later, and the page of each. */
export async function Catalogue({ caption, entries, ahead, hrefOf, empty }: Props) {
  const [t, locale] = [await getTranslations('adminSettings'), await getLocale()];
  const later = new Map(ahead.map((version) => [version.setting.id, version]));
  const begun = new Set(entries.map(({ id }) => id));
  const all: Entry[] = [
    ...entries,
    ...ahead.map(({ setting }) => setting).filter(({ id }) => !begun.has(id)),
  ];
  const headings = [t('inThisLanguage'), t('inOtherLanguage'), t('standing')];
  if (ahead.length > 0) headings.push(t('later'));
  const rows = all.map(async (entry) => {
    const next = later.get(entry.id);
    const words = next && (await settingWords(next.setting));
    return {
      key: entry.id,
      cells: [
        <RowLink key="link" href={hrefOf(entry.id)}>
          {entry[locale]}
        </RowLink>,
        <span key="other" lang={locale === 'fr' ? 'en-CA' : 'fr-CA'}>
          {entry[locale === 'fr' ? 'en' : 'fr']}
        </span>,
        <span key="standing" className="inline-block min-w-24">
          {begun.has(entry.id) ? t(entry.inUse ? 'offered' : 'notOffered') : t('ahead')}
        </span>,
        next && words ? (
          <div key="later" className="whitespace-pre-line">
            {t('laterFrom', { day: formatDate(next.since, locale), words })}
          </div>
        ) : (
          '–'
        ),
      ].slice(0, headings.length),
    };
  });
  return <Table caption={caption} headings={headings} rows={await Promise.all(rows)} empty={empty} headed />;
}

/** Whether what is proposed is offered, as a question. */
export async function offeredOptions() {
  const t = await getTranslations('adminCourts');
  return [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ];
}
