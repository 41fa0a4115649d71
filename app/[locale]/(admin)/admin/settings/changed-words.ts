import { getLocale, getTranslations } from 'next-intl/server';
import { settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import { formatDate } from '@/lib/domain/court/dates';
import type { Setting, SettingOf } from '@/lib/domain/settings/setting';

/** The fields of a version of an office, in words, in the order of its form. */
async function courtFields({ acceptsFrom, acceptsUntil, ...office }: SettingOf<'court'>) {
  const [t, courts, locale] = [
    await getTranslations('adminCourt'),
    await getTranslations('adminCourts'),
    await getLocale(),
  ];
  return [
    { label: t('countyEn'), value: office.countyEn },
    { label: t('countyFr'), value: office.countyFr },
    { label: t('address'), value: office.address },
    { label: t('acceptsFrom'), value: formatDate(acceptsFrom, locale) },
    { label: t('acceptsUntil'), value: acceptsUntil ? formatDate(acceptsUntil, locale) : courts('noEnd') },
    { label: t('noticeEn'), value: office.noticeEn || t('noNotice') },
    { label: t('noticeFr'), value: office.noticeFr || t('noNotice') },
  ];
}

/** The fields of an office in which a version is not as the one before, in words. */
async function courtDifferences(office: SettingOf<'court'>, before: SettingOf<'court'>) {
  const [fields, earlier] = [await courtFields(office), await courtFields(before)];
  return fields.flatMap(({ label, value }, at) => {
    const from = earlier[at]?.value ?? '';
    return from === value ? [] : [{ label, before: from, after: value }];
  });
}

/** What a version changed: of an office each field that is not as before, of anything else all of it. */
export async function changedWords(setting: Setting, before: Setting | null): Promise<string> {
  if (setting.kind !== 'court' || before?.kind !== 'court') return settingWords(setting);
  const t = await getTranslations('adminCourt');
  return (await courtDifferences(setting, before)).map((field) => t('fieldChanged', field)).join('\n');
}

/** What is before a version and what is after it, in both languages where they differ. */
export async function beforeAndAfterWords(setting: Setting, before: Setting) {
  if (setting.kind !== 'court' || before.kind !== 'court')
    return { before: await settingWords(before), after: await settingWords(setting) };
  const t = await getTranslations('adminCourt');
  const fields = await courtDifferences(setting, before);
  const lines = (side: 'before' | 'after') =>
    fields.map((field) => t('fieldIs', { label: field.label, value: field[side] })).join('\n');
  return { before: lines('before'), after: lines('after') };
}
