import { getTranslations } from 'next-intl/server';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { RadioGroup } from '@/app/ui/form/choices';
import { pageTitle } from '@/app/ui/layout/page-title';
import { NATURES } from '@/lib/domain/claim/nature';

export const generateMetadata = pageTitle('claim.nature');

export default async function NaturePage(props: StepProps) {
  const [t, natures] = await Promise.all([getTranslations('claim.nature'), getTranslations('nature')]);
  return (
    <FieldStepPage step="nature" {...props}>
      <RadioGroup
        name="nature"
        label={t('nature')}
        hint={t('hint')}
        options={NATURES.map((value) => ({ value, label: natures(value) }))}
      />
    </FieldStepPage>
  );
}
