import { getTranslations } from 'next-intl/server';
import { AccountFields } from '@/app/[locale]/(one-key)/sign-up/account-fields';
import { signUp } from '@/app/[locale]/(one-key)/sign-up/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';

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
