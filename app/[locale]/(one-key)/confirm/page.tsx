import { getTranslations } from 'next-intl/server';
import {
  confirmCode,
  confirmPasskey,
  confirmPassword,
  confirmRecoveryCode,
} from '@/app/[locale]/(one-key)/confirm/actions';
import { FactorForms } from '@/app/[locale]/(one-key)/factor-forms';
import { PasswordField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { countSecondSteps, getSecondSteps } from '@/lib/data/sign-in/second-steps';
import { nextPath } from '@/lib/web/routes/next-path';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('confirmIdentity');

async function PasswordForm({ next }: { next: string | undefined }) {
  const t = await getTranslations('confirmIdentity');
  return (
    <>
      <h2>{t('byPassword')}</h2>
      <PageForm action={confirmPassword}>
        {next && <input type="hidden" name="next" value={next} />}
        <PasswordField
          name="currentPassword"
          label={t('password')}
          autoComplete="current-password"
          width="medium"
        />
        <Button>{t('send')}</Button>
      </PageForm>
    </>
  );
}

/**
 * Asks a person to confirm their identity before a sensitive act. The form of the page before stays saved
 * meanwhile.
 */
export default async function ConfirmPage({ searchParams }: PageProps<'/[locale]/confirm'>) {
  const actor = await requireActor();
  const next = nextPath((await searchParams).next);
  const [t, steps] = [await getTranslations('confirmIdentity'), await getSecondSteps(actor)];
  const actions = { code: confirmCode, passkey: confirmPasskey, recoveryCode: confirmRecoveryCode };
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      {countSecondSteps(steps) > 0 ? (
        <FactorForms steps={steps} next={next} actions={actions} />
      ) : (
        <PasswordForm next={next} />
      )}
      {next && (
        <p className="mt-8">
          <a href={next}>{t('cancel')}</a>
        </p>
      )}
    </>
  );
}
