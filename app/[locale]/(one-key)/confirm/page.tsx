import { getTranslations } from 'next-intl/server';
import {
  confirmCode,
  confirmPasskey,
  confirmPassword,
  confirmRecoveryCode,
} from '@/app/[locale]/(one-key)/confirm/actions';
import { FactorForms } from '@/app/[locale]/(one-key)/factor-forms';
import { Button } from '@/app/ui/button';
import { PasswordField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { countSecondSteps, getSecondSteps } from '@/lib/data/second-steps';
import { nextPath } from '@/lib/web/next-path';
import { requireActor } from '@/lib/web/session';

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

/** Shows once more who one is, before a sensitive act; what was typed on the page before waits there. */
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
