import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';
import { termsVersions } from '@/lib/domain/terms';

export const generateMetadata = pageTitle('oneKeyTerms');

export default function SignUpTermsPage() {
  return <Prose namespace="oneKeyTerms" values={{ version: termsVersions['one-key'] }} />;
}
