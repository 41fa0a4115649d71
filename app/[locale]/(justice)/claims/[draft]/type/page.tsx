import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { TypeField } from '@/app/[locale]/(justice)/claims/[draft]/type/type-field';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('claim.type');

export default function TypePage(props: StepProps) {
  return (
    <FieldStepPage step="type" {...props}>
      <TypeField />
    </FieldStepPage>
  );
}
