import { getTranslations } from 'next-intl/server';
import { SummaryList } from '@/app/ui/display/summary-list';
import { ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { getRecoveryInfo } from '@/lib/data/recovery/recovery-info';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('signUpConfirmation');

export default async function ConfirmationPage() {
  const { oneKeyId, pendingEmail } = await getRecoveryInfo(await requireActor());
  const t = await getTranslations('signUpConfirmation');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('registered')}</p>
      <SummaryList rows={[{ label: t('oneKeyId'), value: oneKeyId }]} />
      <p>{t('print')}</p>
      {pendingEmail && <p>{t('confirmEmail', { address: pendingEmail })}</p>}
      <p>{t('secret')}</p>
      <ButtonRow>
        <PlainButtonLink href="/services">{t('continue')}</PlainButtonLink>
      </ButtonRow>
    </>
  );
}
