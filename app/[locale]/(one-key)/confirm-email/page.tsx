import { getTranslations } from 'next-intl/server';
import { confirm } from '@/app/[locale]/(one-key)/confirm-email/actions';
import { Alert } from '@/app/ui/alert';
import { Button, ButtonLink, ButtonRow } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { findAddressToConfirm } from '@/lib/data/email-confirmation';
import { systemNow } from '@/lib/services/clock';
import { keptProof } from '@/lib/web/email-confirmation-cookie';

export const generateMetadata = pageTitle('confirmEmail');

/** Where the link of the e-mail leads: the address, and the button that confirms it. */
export default async function ConfirmEmailPage() {
  const t = await getTranslations('confirmEmail');
  const proof = await keptProof();
  const address = proof && (await findAddressToConfirm(proof.token, systemNow()));
  return (
    <>
      <h1>{t('title')}</h1>
      {address ? (
        <PageForm action={confirm}>
          <p>{t('words')}</p>
          <p className="text-xl font-semibold break-words">{address}</p>
          <p>{t('notYou')}</p>
          <ButtonRow>
            <Button>{t('confirm')}</Button>
          </ButtonRow>
        </PageForm>
      ) : (
        <>
          <Alert look="warning" heading={t('over.heading')}>
            <p>{t('over.words')}</p>
          </Alert>
          <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
        </>
      )}
    </>
  );
}
