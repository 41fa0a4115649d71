import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';

export const generateMetadata = pageTitle('accessibility');

export default function AccessibilityPage() {
  return <Prose namespace="accessibility" />;
}
