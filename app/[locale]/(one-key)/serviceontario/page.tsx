import { Prose } from '@/app/ui/display/prose';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('serviceOntario');

export default function ServiceOntarioPage() {
  return <Prose namespace="serviceOntario" />;
}
