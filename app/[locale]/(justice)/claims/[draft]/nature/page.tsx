import { getTranslations } from 'next-intl/server';
import { naturesToday } from '@/app/[locale]/(justice)/claims/[draft]/nature/natures';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { RadioGroup } from '@/app/ui/form/choices';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('claim.nature');

export default async function NaturePage(props: StepProps) {
  const [t, { options }] = [await getTranslations('claim.nature'), await naturesToday()];
  return (
    <FieldStepPage step="nature" {...props}>
      <RadioGroup name="nature" label={t('nature')} hint={t('hint')} options={options} />
    </FieldStepPage>
  );
}
