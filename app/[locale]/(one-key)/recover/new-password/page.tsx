import { getTranslations } from 'next-intl/server';
import { NewPasswordFields } from '@/app/[locale]/(one-key)/new-password-fields';
import { choosePassword } from '@/app/[locale]/(one-key)/recover/actions';
import { Over } from '@/app/[locale]/(one-key)/recover/over';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { mayChoosePassword } from '@/lib/data/account/passwords';
import { systemNow } from '@/lib/services/clock';
import { recoveryCookie } from '@/lib/web/cookies/cookies';

export const generateMetadata = pageTitle('newPassword');

export default async function NewPasswordPage() {
  const t = await getTranslations('newPassword');
  const attempt = await recoveryCookie.get();
  const open = attempt && (await mayChoosePassword(attempt.token, systemNow()));
  return (
    <>
      <h1>{t('title')}</h1>
      {open ? (
        <PageForm action={choosePassword}>
          <p>{t('words')}</p>
          <NewPasswordFields label={t('password')} hint={t('hint')} confirm={t('confirm')} />
          <ButtonRow>
            <Button>{t('save')}</Button>
          </ButtonRow>
        </PageForm>
      ) : (
        <Over />
      )}
    </>
  );
}
