import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';
import { termsVersions } from '@/lib/domain/account/terms';

export const generateMetadata = pageTitle('oneKeyTerms');

export default function SignUpTermsPage() {
  return <Prose namespace="oneKeyTerms" values={{ version: termsVersions['one-key'] }} />;
}
