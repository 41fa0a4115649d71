import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';

export const generateMetadata = pageTitle('serviceOntario');

export default function ServiceOntarioPage() {
  return <Prose namespace="serviceOntario" />;
}
