import { getTranslations } from 'next-intl/server';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/field-step';
import { RadioGroup } from '@/app/ui/choices';
import { pageTitle } from '@/app/ui/page-title';
import { DOCUMENT_TYPES } from '@/lib/domain/claim';

export const generateMetadata = pageTitle('claim.type');

export default async function TypePage(props: StepProps) {
  const [t, types] = await Promise.all([getTranslations('claim.type'), getTranslations('documentType')]);
  return (
    <FieldStepPage step="type" {...props}>
      <RadioGroup
        name="documentType"
        label={t('documentType')}
        options={DOCUMENT_TYPES.map((value) => ({ value, label: types(value), hint: t(`hints.${value}`) }))}
      />
    </FieldStepPage>
  );
}
