import { getTranslations } from 'next-intl/server';
import { begin } from '@/app/[locale]/(one-key)/recover/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { recoveryMinutes } from '@/lib/data/recovery/recovery';

export const generateMetadata = pageTitle('recoverPassword');

export default async function RecoverPasswordPage() {
  const t = await getTranslations('recoverPassword');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('words', { minutes: recoveryMinutes })}</p>
      <PageForm action={begin}>
        <TextField name="oneKeyId" label={t('oneKeyId')} autoComplete="username" width="medium" />
        <ButtonRow>
          <Button>{t('continue')}</Button>
          <PlainButtonLink href="/recover" look="secondary">
            {t('back')}
          </PlainButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
