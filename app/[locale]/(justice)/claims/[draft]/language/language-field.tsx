import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RadioGroup } from '@/app/ui/form/choices';
import { LANGUAGES } from '@/lib/domain/claim/claim';

export async function LanguageField({ hint }: { hint?: ReactNode }) {
  const t = await getTranslations('claim.language');
  return (
    <RadioGroup
      name="language"
      label={t('language')}
      hint={hint ?? t('hint')}
      options={LANGUAGES.map((value) => ({
        value,
        label: t(`languages.${value}`),
        hint: value === 'bilingual' && t('bilingualHint'),
      }))}
    />
  );
}
