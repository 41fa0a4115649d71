import { getTranslations } from 'next-intl/server';
import { close } from '@/app/[locale]/(one-key)/close-account/actions';
import { Alert } from '@/app/ui/alert';
import { Button, ButtonLink, ButtonRow } from '@/app/ui/button';
import { Checkbox } from '@/app/ui/choices';
import { PasswordField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { isStaff } from '@/lib/domain/access';
import { Link } from '@/lib/web/navigation';
import { requireActor } from '@/lib/web/session';

export const generateMetadata = pageTitle('closeAccount');

async function CloseForm() {
  const t = await getTranslations('closeAccount');
  return (
    <PageForm action={close}>
      <Checkbox name="confirm" label={t('confirm')} />
      <PasswordField
        name="currentPassword"
        label={t('currentPassword')}
        autoComplete="current-password"
        width="medium"
      />
      <ButtonRow>
        <Button look="danger">{t('close')}</Button>
        <ButtonLink href="/services" look="secondary">
          {t('cancel')}
        </ButtonLink>
      </ButtonRow>
    </PageForm>
  );
}

/** What goes and what stays when an account is closed, and the form that closes it. */
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
        <Link href="/your-information">{all('yourInformation.title')}</Link>
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
