import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/field-step';
import { PartiesPage } from '@/app/[locale]/(justice)/claims/[draft]/party-list';
import { pageTitle } from '@/app/ui/page-title';

export const generateMetadata = pageTitle('claim.defendants');

export default function DefendantsPage(props: StepProps) {
  return <PartiesPage step="defendants" {...props} />;
}
