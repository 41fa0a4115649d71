import { EmailPage } from '@/app/[locale]/(one-key)/recover/email-page';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('recoverBoth');

export default function RecoverBothPage() {
  return <EmailPage namespace="recoverBoth" />;
}
