import { getTranslations } from 'next-intl/server';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { RadioGroup } from '@/app/ui/form/choices';
import { pageTitle } from '@/app/ui/layout/page-title';
import { LANGUAGES } from '@/lib/domain/claim/claim';

export const generateMetadata = pageTitle('claim.language');

export default async function LanguagePage(props: StepProps) {
  const t = await getTranslations('claim.language');
  return (
    <FieldStepPage step="language" {...props}>
      <RadioGroup
        name="language"
        label={t('language')}
        hint={t('hint')}
        options={LANGUAGES.map((value) => ({
          value,
          label: t(`languages.${value}`),
          hint: value === 'bilingual' && t('bilingualHint'),
        }))}
      />
    </FieldStepPage>
  );
}
