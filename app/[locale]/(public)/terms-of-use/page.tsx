import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';

export const generateMetadata = pageTitle('termsOfUse');

export default function TermsOfUsePage() {
  return <Prose namespace="termsOfUse" />;
}
