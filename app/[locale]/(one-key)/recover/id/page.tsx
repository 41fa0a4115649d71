import { EmailPage } from '@/app/[locale]/(one-key)/recover/email-page';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('recoverId');

export default function RecoverIdPage() {
  return <EmailPage namespace="recoverId" />;
}
