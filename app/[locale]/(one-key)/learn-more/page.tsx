import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('learnMore');

export default function LearnMorePage() {
  return <Prose namespace="learnMore" />;
}
