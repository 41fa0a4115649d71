import type { Locale } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { municipalityOf } from '@/lib/data/court/courts';
import { formatDollars } from '@/lib/domain/claim/amounts';
import { courtAddress } from '@/lib/domain/court/address';
import { formatDate } from '@/lib/domain/court/dates';
import { isKnownNature } from '@/lib/domain/settings/nature';
import type { Setting, SettingOf } from '@/lib/domain/settings/setting';
import { readTerms } from '@/lib/domain/settings/terms-text';

/** The words in both languages, the reader's first. */
const bothWords = ({ en, fr }: { en: string; fr: string }, locale: Locale) =>
  locale === 'fr' ? `${fr} / ${en}` : `${en} / ${fr}`;

/** What is set for an office, one fact a line. */
async function courtWords(setting: SettingOf<'court'>): Promise<string> {
  const [t, locale] = [await getTranslations('adminSettings.values'), await getLocale()];
  const { address, acceptsFrom, acceptsUntil } = setting;
  const [county, notice] =
    locale === 'fr' ? [setting.countyFr, setting.noticeFr] : [setting.countyEn, setting.noticeEn];
  const from = formatDate(acceptsFrom, locale);
  return [
    courtAddress(address, locale),
    county,
    acceptsUntil
      ? t('acceptsUntil', { from, until: formatDate(acceptsUntil, locale) })
      : t('accepts', { from }),
    notice || t('noNotice'),
  ].join('\n');
}

/** What a version is of, in words. */
export async function settingTitle(setting: Setting): Promise<string> {
  const [t, locale] = [await getTranslations('adminSettings'), await getLocale()];
  switch (setting.kind) {
    case 'court':
      return t('titles.court', { court: await municipalityOf(setting.id) });
    case 'nature':
    case 'closureName':
      return t(`titles.${setting.kind}`, { words: setting[locale] });
    default:
      return t(`kinds.${setting.kind}`);
  }
}

/** A version of a setting in a few lines. */
export async function settingWords(setting: Setting): Promise<string> {
  const [t, locale] = [await getTranslations('adminSettings.values'), await getLocale()];
  switch (setting.kind) {
    case 'fee':
      return formatDollars(setting.dollars, locale);
    case 'limits':
      return t('limits', {
        smallClaims: formatDollars(setting.smallClaims, locale),
        simplified: formatDollars(setting.simplified, locale),
      });
    case 'terms':
      return t('terms', { count: readTerms(setting[locale]).length });
    case 'notice': {
      if (!setting.en) return t('noNotice');
      const { until } = setting;
      const words = setting[locale];
      return until ? t('noticeUntil', { words, day: formatDate(until, locale) }) : words;
    }
    case 'court':
      return courtWords(setting);
    case 'nature': {
      const natures = await getTranslations('nature');
      const countsAs = isKnownNature(setting.id) ? '' : t('countsAs', { nature: natures(setting.countsAs) });
      return [bothWords(setting, locale), t(setting.inUse ? 'offered' : 'notOffered'), countsAs]
        .filter(Boolean)
        .join('\n');
    }
    case 'closureName':
      return `${bothWords(setting, locale)}\n${t(setting.inUse ? 'offered' : 'notOffered')}`;
  }
}
