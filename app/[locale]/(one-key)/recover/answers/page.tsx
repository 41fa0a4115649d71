import { getTranslations } from 'next-intl/server';
import { checkAnswers } from '@/app/[locale]/(one-key)/recover/actions';
import { Over } from '@/app/[locale]/(one-key)/recover/over';
import { Alert } from '@/app/ui/alert';
import { Button, ButtonLink, ButtonRow } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { findQuestions, recoveryMinutes } from '@/lib/data/recovery';
import { systemNow } from '@/lib/services/clock';
import { keptAttempt } from '@/lib/web/recovery-cookie';

export const generateMetadata = pageTitle('recoverAnswers');

/** After an ID the page is the same for every ID; after a link it has nothing to say but the questions. */
export default async function RecoverAnswersPage() {
  const t = await getTranslations();
  const attempt = await keptAttempt();
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
            <ButtonLink href="/sign-in" look="secondary">
              {t('common.cancel')}
            </ButtonLink>
          </ButtonRow>
        </PageForm>
      ) : (
        <Over />
      )}
    </>
  );
}
