import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('aboutOntario');

export default function AboutOntarioPage() {
  return <Prose namespace="aboutOntario" />;
}
