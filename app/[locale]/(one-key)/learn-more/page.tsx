import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';

export const generateMetadata = pageTitle('learnMore');

export default function LearnMorePage() {
  return <Prose namespace="learnMore" />;
}
