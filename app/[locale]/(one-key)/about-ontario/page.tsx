import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';

export const generateMetadata = pageTitle('aboutOntario');

export default function AboutOntarioPage() {
  return <Prose namespace="aboutOntario" />;
}
