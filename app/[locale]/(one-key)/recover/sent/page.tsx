import { pageTitle } from '@/app/ui/page-title';
import { Prose } from '@/app/ui/prose';
import { recoveryMinutes } from '@/lib/data/recovery';

export const generateMetadata = pageTitle('recoverSent');

/** The same words whether or not there was anything to send. */
export default function RecoverSentPage() {
  return <Prose namespace="recoverSent" values={{ minutes: recoveryMinutes }} />;
}
