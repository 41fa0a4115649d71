import { PartyPage, type PartyProps } from '@/app/[locale]/(justice)/claims/[draft]/party-page';
import { pageTitle } from '@/app/ui/page-title';

export const generateMetadata = pageTitle('claim.plaintiffs.person');

export default function PlaintiffPage(props: PartyProps) {
  return <PartyPage step="plaintiffs" {...props} />;
}
