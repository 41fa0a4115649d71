import { getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/alert';
import { ButtonLink } from '@/app/ui/button';

/** Said in place of a step's form when the attempt was used, ran out of time or of tries. */
export async function Over() {
  const t = await getTranslations('recoveryOver');
  return (
    <>
      <Alert look="warning" heading={t('heading')}>
        <p>{t('words')}</p>
      </Alert>
      <ButtonLink href="/recover">{t('again')}</ButtonLink>
    </>
  );
}
