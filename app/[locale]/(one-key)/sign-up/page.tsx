import { getTranslations } from 'next-intl/server';
import { AccountFields } from '@/app/[locale]/(one-key)/sign-up/account-fields';
import { signUp } from '@/app/[locale]/(one-key)/sign-up/actions';
import { Button, ButtonLink, ButtonRow } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';

export const generateMetadata = pageTitle('signUp');

export default async function SignUpPage() {
  const t = await getTranslations('signUp');
  return (
    <>
      <h1>{t('title')}</h1>
      <PageForm action={signUp}>
        <AccountFields />
        <ButtonRow>
          <Button>{t('signUp')}</Button>
          <ButtonLink href="/sign-in" look="secondary">
            {t('cancel')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
