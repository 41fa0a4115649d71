import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('help');

export default function HelpPage() {
  return <Prose namespace="help" />;
}
