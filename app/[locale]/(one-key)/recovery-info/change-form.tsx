import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NewPasswordFields } from '@/app/[locale]/(one-key)/new-password-fields';
import { saveEmail, savePassword, saveQuestions } from '@/app/[locale]/(one-key)/recovery-info/actions';
import { SecurityQuestions } from '@/app/[locale]/(one-key)/security-questions';
import { PasswordField, TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { PlainButtonLink } from '@/app/ui/links/plain-link';

export const changes = ['email', 'questions', 'password'] as const;
export type Change = (typeof changes)[number];

const actions = { email: saveEmail, questions: saveQuestions, password: savePassword };

/** The form for one of the three changes. Each asks for the current password. */
export async function ChangeForm({ change, email }: { change: Change; email: string | null }) {
  const t = await getTranslations('recoveryInfo');
  const fields: Record<Change, ReactNode> = {
    email: (
      <TextField
        name="email"
        need="optional"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autoComplete="email"
      />
    ),
    questions: <SecurityQuestions />,
    password: (
      <>
        <NewPasswordFields label={t('newPassword')} hint={t('passwordHint')} confirm={t('confirmPassword')} />
      </>
    ),
  };
  return (
    <>
      <h2 id="change">{t(`change.${change}`)}</h2>
      <PageForm key={change} action={actions[change]} initial={email ? { email } : {}}>
        <PasswordField
          name="currentPassword"
          label={t('currentPassword')}
          autoComplete="current-password"
          width="medium"
        />
        {fields[change]}
        <ButtonRow>
          <Button>{t('save')}</Button>
          <PlainButtonLink href="/recovery-info" look="secondary">
            {t('cancel')}
          </PlainButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
