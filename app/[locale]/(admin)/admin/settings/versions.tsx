import { getLocale, getTranslations } from 'next-intl/server';
import { changedWords } from '@/app/[locale]/(admin)/admin/settings/changed-words';
import { Table } from '@/app/ui/display/table';
import type { ListedSetting } from '@/lib/data/settings/settings';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';
import type { IsoDate } from '@/lib/domain/court/day';
import type { Setting } from '@/lib/domain/settings/setting';

type Props = {
  /** As the heading above it says. */
  caption: string;
  versions: ListedSetting[];
  /** The first version, which nobody proposed, in words; undefined where there is none. */
  first: string | undefined;
  /** The same as a version, where it can be one. */
  firstVersion?: Setting | null;
  today: IsoDate;
};

const Lines = ({ text }: { text: string }) => <div className="whitespace-pre-line">{text}</div>;

/** The versions of one setting with the day from which each holds, who proposed it, and who approved it when. */
export async function Versions({ caption, versions, first, firstVersion = null, today }: Props) {
  const [t, approvals, locale] = [
    await getTranslations('adminSettings'),
    await getTranslations('approvals'),
    await getLocale(),
  ];
  const present = versions.find(({ since }) => since <= today)?.id;
  const rows = versions.map(
    async ({ id, since, setting, proposedBy, approvedBy, approvedAt, reason }, at) => {
      const changed = await changedWords(setting, versions[at + 1]?.setting ?? firstVersion);
      const instant = formatInstant(approvedAt, locale);
      return {
        key: id,
        cells: [
          formatDate(since, locale),
          <Lines key="value" text={changed} />,
          t(id === present ? 'inForce' : since > today ? 'ahead' : 'replaced'),
          t('by', { proposedBy, approvedBy: approvedBy ?? approvals('service'), instant }),
          reason,
        ],
      };
    },
  );
  const ofCode = {
    key: 'first',
    cells: [
      t('fromBeginning'),
      <Lines key="value" text={first ?? ''} />,
      t(present ? 'replaced' : 'inForce'),
      '–',
      '–',
    ],
  };
  return (
    <Table
      caption={caption}
      headings={[t('since'), t('value'), t('standing'), t('who'), t('reason')]}
      rows={first === undefined ? await Promise.all(rows) : [...(await Promise.all(rows)), ofCode]}
      empty={t('noVersions')}
      headed
    />
  );
}
