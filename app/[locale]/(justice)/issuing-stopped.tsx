import { getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { isIssuingStopped } from '@/lib/data/court/issuing-stop';

/** Before submitting, while issuing is stopped for maintenance: what is received keeps its date and is issued later. */
export async function IssuingStopped() {
  if (!(await isIssuingStopped())) return null;
  const t = await getTranslations('issuingStopped');
  return (
    <Alert heading={t('heading')}>
      <p>{t('words')}</p>
    </Alert>
  );
}
