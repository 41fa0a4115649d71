import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('termsOfUse');

export default function TermsOfUsePage() {
  return <Prose namespace="termsOfUse" />;
}
