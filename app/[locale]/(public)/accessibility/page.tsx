import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('accessibility');

export default function AccessibilityPage() {
  return <Prose namespace="accessibility" />;
}
