import { getTranslations } from 'next-intl/server';
import { confirm } from '@/app/[locale]/(one-key)/confirm-email/actions';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { findEmailToConfirm } from '@/lib/data/account/email-confirmation';
import { systemNow } from '@/lib/services/clock';
import { emailProofCookie } from '@/lib/web/cookies/cookies';

export const generateMetadata = pageTitle('confirmEmail');

/** The target of the link in the e-mail: shows the e-mail address, and the button that confirms it. */
export default async function ConfirmEmailPage() {
  const t = await getTranslations('confirmEmail');
  const proof = await emailProofCookie.get();
  const email = proof && (await findEmailToConfirm(proof.token, systemNow()));
  return (
    <>
      <h1>{t('title')}</h1>
      {email ? (
        <PageForm action={confirm}>
          <p>{t('words')}</p>
          <p className="text-xl font-semibold break-words">{email}</p>
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
          <PlainButtonLink href="/sign-in">{t('signIn')}</PlainButtonLink>
        </>
      )}
    </>
  );
}
