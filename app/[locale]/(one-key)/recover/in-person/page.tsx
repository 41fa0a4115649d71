import { getTranslations } from 'next-intl/server';
import { enterCode } from '@/app/[locale]/(one-key)/recover/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { IN_PERSON_HOURS } from '@/lib/domain/account/in-person';

export const generateMetadata = pageTitle('recoverInPerson');

/** Asks for the two halves of the code that the court's staff gave in person, and for the ID. */
export default async function RecoverInPersonPage() {
  const t = await getTranslations('recoverInPerson');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('words', { hours: IN_PERSON_HOURS })}</p>
      <PageForm action={enterCode}>
        <TextField name="oneKeyId" label={t('oneKeyId')} width="medium" />
        <TextField name="firstHalf" label={t('firstHalf')} hint={t('hint')} width="medium" />
        <TextField name="secondHalf" label={t('secondHalf')} hint={t('hint')} width="medium" />
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
