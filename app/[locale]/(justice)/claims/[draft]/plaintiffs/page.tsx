import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/field-step';
import { PartiesPage } from '@/app/[locale]/(justice)/claims/[draft]/party-list';
import { pageTitle } from '@/app/ui/page-title';

export const generateMetadata = pageTitle('claim.plaintiffs');

export default function PlaintiffsPage(props: StepProps) {
  return <PartiesPage step="plaintiffs" {...props} />;
}
