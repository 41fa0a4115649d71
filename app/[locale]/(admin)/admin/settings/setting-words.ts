import { getLocale, getTranslations } from 'next-intl/server';
import { formatDollars } from '@/lib/domain/claim/amounts';
import { formatDate } from '@/lib/domain/court/dates';
import type { Setting } from '@/lib/domain/settings/setting';
import { readTerms } from '@/lib/domain/settings/terms-text';

/** A version of a setting in one line. */
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
  }
}
