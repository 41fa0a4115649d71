import { getTranslations } from 'next-intl/server';
import { sendIds, sendIdsAndGoOn } from '@/app/[locale]/(one-key)/recover/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { PlainButtonLink } from '@/app/ui/links/plain-link';

const actions = { recoverId: sendIds, recoverBoth: sendIdsAndGoOn };

/** Asks for the e-mail address to which the forgotten IDs are mailed. */
export async function EmailPage({ namespace }: { namespace: 'recoverId' | 'recoverBoth' }) {
  const t = await getTranslations(namespace);
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <PageForm action={actions[namespace]}>
        <TextField name="email" type="email" label={t('email')} autoComplete="email" />
        <ButtonRow>
          <Button>{t('continue')}</Button>
          <PlainButtonLink href="/recover" look="secondary">
            {t('back')}
          </PlainButtonLink>
        </ButtonRow>
      </PageForm>
      <p className="mt-8">{t('noEmail')}</p>
    </>
  );
}
