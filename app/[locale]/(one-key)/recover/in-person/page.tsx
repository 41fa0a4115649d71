import { getTranslations } from 'next-intl/server';
import { enterCode } from '@/app/[locale]/(one-key)/recover/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';

export const generateMetadata = pageTitle('recoverInPerson');

/** Asks for the code that the court's staff gave in person. */
export default async function RecoverInPersonPage() {
  const t = await getTranslations('recoverInPerson');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <PageForm action={enterCode}>
        <TextField name="inPersonCode" label={t('code')} hint={t('hint')} width="medium" />
        <ButtonRow>
          <Button>{t('continue')}</Button>
          <ButtonLink href="/recover" look="secondary">
            {t('back')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
