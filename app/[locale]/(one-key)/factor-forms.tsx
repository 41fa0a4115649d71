import { getTranslations } from 'next-intl/server';
import { type ComponentProps, Fragment } from 'react';
import { askOwnPasskey } from '@/app/[locale]/(one-key)/passkey-asking';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { PasskeyButton } from '@/app/ui/form/passkey-button';
import { Button } from '@/app/ui/layout/button';
import type { SecondSteps } from '@/lib/data/sign-in/second-steps';

type Send = ComponentProps<typeof PageForm>['action'];
type Props = {
  steps: SecondSteps;
  /** The path to go to afterwards. */
  next: string | undefined;
  actions: { code: Send; passkey: Send; recoveryCode: Send };
};

/** The ways in which an account can give its second step, each with its form. */
export async function FactorForms({ steps, next, actions }: Props) {
  const [t, words] = [await getTranslations('secondStep'), await passkeyWords()];
  const goOn = next && <input type="hidden" name="next" value={next} />;
  return (
    <>
      {steps.authenticatorSince && (
        <Fragment>
          <h2>{t('code.heading')}</h2>
          <PageForm action={actions.code}>
            {goOn}
            <TextField
              name="oneTimeCode"
              label={t('code.label')}
              hint={t('code.hint')}
              autoComplete="one-time-code"
              inputMode="numeric"
              width="short"
            />
            <Button>{t('code.send')}</Button>
          </PageForm>
        </Fragment>
      )}
      {steps.passkeys.length > 0 && (
        <Fragment>
          <h2>{t('passkey.heading')}</h2>
          <PageForm action={actions.passkey}>
            {goOn}
            <PasskeyButton ceremony={{ use: 'get', ask: askOwnPasskey }} words={words} />
          </PageForm>
        </Fragment>
      )}
      <h2>{t('recovery.heading')}</h2>
      {steps.recoveryCodesLeft === 0 ? (
        <p>{t('noCodesLeft')}</p>
      ) : (
        <PageForm action={actions.recoveryCode}>
          {goOn}
          <TextField
            name="recoveryCode"
            label={t('recovery.label')}
            hint={t('recovery.hint')}
            width="medium"
          />
          <Button look="secondary">{t('recovery.send')}</Button>
        </PageForm>
      )}
    </>
  );
}

/** The texts of a button that uses a passkey. */
export async function passkeyWords() {
  const t = await getTranslations('passkeyButton');
  return { button: t('withPasskey'), failed: t('failed'), needsScript: t('needsScript') };
}
