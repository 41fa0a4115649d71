import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NewPasswordFields } from '@/app/[locale]/(one-key)/new-password-fields';
import { SecurityQuestions } from '@/app/[locale]/(one-key)/security-questions';
import { Checkbox } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PlainLink } from '@/app/ui/links/plain-link';

/** The fields of ONE-key Account Registration. */
export async function AccountFields() {
  const t = await getTranslations('signUp');
  /** The link opens a new window, so that the form keeps its values. */
  const text = (href: '/sign-up/terms' | '/sign-up/notice-of-collection') => (words: ReactNode) => (
    <PlainLink href={href} target="_blank">
      {words} {t('newWindow')}
    </PlainLink>
  );
  return (
    <>
      <h2>{t('create')}</h2>
      <p>{t('mandatory')}</p>
      <TextField
        name="oneKeyId"
        label={t('oneKeyId')}
        hint={t('oneKeyIdHint')}
        autoComplete="username"
        width="medium"
      />
      <NewPasswordFields label={t('password')} hint={t('passwordHint')} confirm={t('confirmPassword')} />
      <Checkbox
        name="acceptTerms"
        need="required"
        label={t.rich('acceptTerms', {
          terms: text('/sign-up/terms'),
          notice: text('/sign-up/notice-of-collection'),
        })}
      />
      <p>{t.rich('assistance', { a: (words) => <PlainLink href="/help">{words}</PlainLink> })}</p>
      <h2>{t('recovery')}</h2>
      <p>{t('mandatory')}</p>
      <p>{t('recoveryWords')}</p>
      <SecurityQuestions />
      <h2>{t('idRecovery')}</h2>
      <p>{t('idRecoveryWords')}</p>
      <TextField name="email" need="unmarked" type="email" label={t('email')} autoComplete="email" />
    </>
  );
}
