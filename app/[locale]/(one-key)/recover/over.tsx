import { getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { PlainButtonLink } from '@/app/ui/links/plain-link';

/** Replaces a step's form when the recovery is used up, or out of time or attempts. */
export async function Over() {
  const t = await getTranslations('recoveryOver');
  return (
    <>
      <Alert look="warning" heading={t('heading')}>
        <p>{t('words')}</p>
      </Alert>
      <PlainButtonLink href="/recover">{t('again')}</PlainButtonLink>
    </>
  );
}
