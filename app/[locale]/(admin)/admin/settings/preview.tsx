import type { Locale } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { CourtPreview } from '@/app/[locale]/(admin)/admin/settings/court-preview';
import { settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import { TermsSections } from '@/app/[locale]/(justice)/terms-text';
import { formatDate } from '@/lib/domain/court/dates';
import type { Setting } from '@/lib/domain/settings/setting';
import { readTerms } from '@/lib/domain/settings/terms-text';
import { locales } from '@/lib/web/routes/paths';

type Props = { setting: Setting; effectiveOn: string };
type InBoth = Exclude<Setting, { kind: 'fee' | 'limits' }>;

/** A proposed version as everybody would see it, in both languages. */
export async function SettingPreview({ setting, effectiveOn }: Props) {
  const [names, locale] = [await getTranslations('adminSettings.languages'), await getLocale()];
  if (setting.kind === 'fee') {
    const fee = await getTranslations('home.fee');
    const day = formatDate(effectiveOn, locale);
    return <p>{fee('amount', { dollars: setting.dollars, since: day, today: day })}</p>;
  }
  if (setting.kind === 'limits') return <p>{await settingWords(setting)}</p>;
  return locales.map((language) => (
    <section key={language} lang={`${language}-CA`} className="mb-6">
      <h3>{names(language)}</h3>
      <InLanguage setting={setting} language={language} />
    </section>
  ));
}

async function InLanguage({ setting, language }: { setting: InBoth; language: Locale }) {
  const t = await getTranslations({ locale: language, namespace: 'adminSettings.values' });
  switch (setting.kind) {
    case 'terms':
      return <TermsSections sections={readTerms(setting[language])} heading="h4" />;
    case 'court':
      return <CourtPreview setting={setting} language={language} />;
    case 'notice':
      if (!setting[language]) return <p>{t('noNotice')}</p>;
      return (
        <p className="border-b border-line bg-warning-light px-4 py-2 text-center text-[0.9375rem] font-semibold">
          {setting[language]}
        </p>
      );
    default:
      return <p>{setting.inUse ? setting[language] : t('goneFromList', { words: setting[language] })}</p>;
  }
}
