import { getTranslations } from 'next-intl/server';
import { AccountFields } from '@/app/[locale]/(one-key)/sign-up/account-fields';
import { signUp } from '@/app/[locale]/(one-key)/sign-up/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';

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
          <PlainButtonLink href="/sign-in" look="secondary">
            {t('cancel')}
          </PlainButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
