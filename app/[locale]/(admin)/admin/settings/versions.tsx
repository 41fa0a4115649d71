import { getLocale, getTranslations } from 'next-intl/server';
import { settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import { Table } from '@/app/ui/display/table';
import type { ListedSetting } from '@/lib/data/settings/settings';
import { formatDate } from '@/lib/domain/court/dates';
import type { IsoDate } from '@/lib/domain/court/day';
import type { SettingKind } from '@/lib/domain/settings/setting';

type Props = {
  kind: SettingKind;
  versions: ListedSetting[];
  /** What the code holds, the first version, in words. */
  first: string;
  today: IsoDate;
};

/** The versions of one setting with the day from which each holds, and who proposed and approved it. */
export async function Versions({ kind, versions, first, today }: Props) {
  const [t, approvals, locale] = [
    await getTranslations('adminSettings'),
    await getTranslations('approvals'),
    await getLocale(),
  ];
  const present = versions.find(({ since }) => since <= today)?.id;
  const rows = versions.map(async ({ id, since, setting, proposedBy, approvedBy, reason }) => ({
    key: id,
    cells: [
      formatDate(since, locale),
      await settingWords(setting),
      t(id === present ? 'inForce' : since > today ? 'ahead' : 'replaced'),
      t('by', { proposedBy, approvedBy: approvedBy ?? approvals('service') }),
      reason,
    ],
  }));
  const ofCode = {
    key: 'first',
    cells: [t('fromBeginning'), first, t(present ? 'replaced' : 'inForce'), '–', '–'],
  };
  return (
    <Table
      caption={t('versionsOf', { kind: t(`kinds.${kind}`) })}
      headed
      headings={[t('since'), t('value'), t('standing'), t('who'), t('reason')]}
      rows={[...(await Promise.all(rows)), ofCode]}
      empty=""
    />
  );
}
