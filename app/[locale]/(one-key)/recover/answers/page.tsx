import { getTranslations } from 'next-intl/server';
import { checkAnswers } from '@/app/[locale]/(one-key)/recover/actions';
import { Over } from '@/app/[locale]/(one-key)/recover/over';
import { Alert } from '@/app/ui/display/alert';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { findQuestions, recoveryMinutes } from '@/lib/data/recovery/recovery';
import { systemNow } from '@/lib/services/clock';
import { recoveryCookie } from '@/lib/web/cookies/cookies';

export const generateMetadata = pageTitle('recoverAnswers');

/** The security questions. Without a link the page is the same for every ID, known or not. */
export default async function RecoverAnswersPage() {
  const t = await getTranslations();
  const attempt = await recoveryCookie.get();
  const questions = attempt && (await findQuestions(attempt.token, attempt.oneKeyId, systemNow()));
  return (
    <>
      <h1>{t('recoverAnswers.title')}</h1>
      {questions ? (
        <PageForm action={checkAnswers}>
          {attempt?.oneKeyId && (
            <Alert heading={t('recoverAnswers.link.heading')}>
              <p>{t('recoverAnswers.link.words', { minutes: recoveryMinutes })}</p>
              <p>{t('recoverAnswers.link.without')}</p>
            </Alert>
          )}
          <p>{t('recoverAnswers.words')}</p>
          {questions.map((question, at) => (
            <TextField key={question} name={`answer${at + 1}`} label={t(`securityQuestion.${question}`)} />
          ))}
          <ButtonRow>
            <Button>{t('recoverAnswers.check')}</Button>
            <PlainButtonLink href="/sign-in" look="secondary">
              {t('common.cancel')}
            </PlainButtonLink>
          </ButtonRow>
        </PageForm>
      ) : (
        <Over />
      )}
    </>
  );
}
