import { getTranslations } from 'next-intl/server';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { RadioGroup } from '@/app/ui/form/choices';
import { pageTitle } from '@/app/ui/layout/page-title';
import { DOCUMENT_TYPES } from '@/lib/domain/claim/claim';

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
