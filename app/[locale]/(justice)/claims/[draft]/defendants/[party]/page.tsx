import { PartyPage, type PartyProps } from '@/app/[locale]/(justice)/claims/[draft]/party-page';
import { pageTitle } from '@/app/ui/page-title';

export const generateMetadata = pageTitle('claim.defendants.person');

export default function DefendantPage(props: PartyProps) {
  return <PartyPage step="defendants" {...props} />;
}
