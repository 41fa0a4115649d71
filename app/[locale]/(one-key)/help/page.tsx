import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';

export const generateMetadata = pageTitle('help');

export default function HelpPage() {
  return <Prose namespace="help" />;
}
