import { getTranslations } from 'next-intl/server';
import { close } from '@/app/[locale]/(one-key)/close-account/actions';
import { Alert } from '@/app/ui/display/alert';
import { Checkbox } from '@/app/ui/form/choices';
import { PasswordField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink, PlainLink } from '@/app/ui/links/plain-link';
import { isStaff } from '@/lib/domain/access/access';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('closeAccount');

async function CloseForm() {
  const t = await getTranslations('closeAccount');
  return (
    <PageForm action={close}>
      <Checkbox name="confirm" need="required" label={t('confirm')} />
      <PasswordField
        name="currentPassword"
        label={t('currentPassword')}
        autoComplete="current-password"
        width="medium"
      />
      <ButtonRow>
        <Button look="danger">{t('close')}</Button>
        <PlainButtonLink href="/services" look="secondary">
          {t('cancel')}
        </PlainButtonLink>
      </ButtonRow>
    </PageForm>
  );
}

/** Explains which data goes and which stays when an account is closed, with the form that closes it. */
export default async function CloseAccountPage() {
  const actor = await requireActor();
  const [t, all] = [await getTranslations('closeAccount'), await getTranslations()];
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <h2>{t('goesHeading')}</h2>
      <ul>
        {(['signIn', 'contact', 'drafts'] as const).map((part) => (
          <li key={part}>{t(`goes.${part}`)}</li>
        ))}
      </ul>
      <h2>{t('staysHeading')}</h2>
      <ul>
        {(['filings', 'record', 'oneKeyId'] as const).map((part) => (
          <li key={part}>{t(`stays.${part}`)}</li>
        ))}
      </ul>
      <h2>{t('firstHeading')}</h2>
      <p>{t('first')}</p>
      <p>
        <PlainLink href="/your-information">{all('yourInformation.title')}</PlainLink>
      </p>
      <p>{t('openFilings')}</p>
      {isStaff(actor) ? (
        <Alert look="warning">
          <p>{t('staff')}</p>
        </Alert>
      ) : (
        <CloseForm />
      )}
    </>
  );
}
