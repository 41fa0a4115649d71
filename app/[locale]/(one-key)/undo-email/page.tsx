import { getTranslations } from 'next-intl/server';
import { undo } from '@/app/[locale]/(one-key)/undo-email/actions';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { findUndo, undoDays } from '@/lib/data/account/email-undo';
import { systemNow } from '@/lib/services/clock';
import { emailUndoCookie } from '@/lib/web/cookies/cookies';

export const generateMetadata = pageTitle('undoEmail');

/** The target of the link in the e-mail: shows what is taken back, and the button that does it. */
export default async function UndoEmailPage({ searchParams }: PageProps<'/[locale]/undo-email'>) {
  const [t, { undone }, proof] = [
    await getTranslations('undoEmail'),
    await searchParams,
    await emailUndoCookie.get(),
  ];
  const change = proof && (await findUndo(proof.token, systemNow()));
  return (
    <>
      <h1>{t('title')}</h1>
      {change ? (
        <PageForm action={undo}>
          <p>{t(change.former ? `${change.use}Words` : 'removeWords', { email: change.former })}</p>
          <p>{t('sessions')}</p>
          <ButtonRow>
            <Button>{t('undo')}</Button>
          </ButtonRow>
        </PageForm>
      ) : (
        <>
          <Alert look={undone ? 'success' : 'warning'} heading={t(undone ? 'done.heading' : 'over.heading')}>
            <p>{undone ? t('done.words') : t('over.words', { days: undoDays })}</p>
          </Alert>
          <PlainButtonLink href="/recover/password">{t('newPassword')}</PlainButtonLink>
        </>
      )}
    </>
  );
}
