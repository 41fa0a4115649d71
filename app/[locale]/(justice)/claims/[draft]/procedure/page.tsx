import { ProcedureFields } from '@/app/[locale]/(justice)/claims/[draft]/procedure/procedure-fields';
import { FieldStepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('claim.procedure');

export default function ProcedurePage(props: StepProps) {
  return (
    <FieldStepPage step="procedure" {...props}>
      <ProcedureFields />
    </FieldStepPage>
  );
}
