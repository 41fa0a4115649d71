import { getLocale, getTranslations } from 'next-intl/server';
import { haveSavedCodes } from '@/app/[locale]/(one-key)/two-step/actions';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { codesCookie } from '@/lib/web/cookies/cookies';
import { redirect } from '@/lib/web/routes/navigation';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('recoveryCodes');

/** Shows new recovery codes until their owner has saved them. */
export default async function RecoveryCodesPage() {
  const actor = await requireActor();
  const saved = await codesCookie.get();
  if (saved?.userId !== actor.userId) return redirect({ href: '/two-step', locale: await getLocale() });
  const t = await getTranslations('recoveryCodes');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <Alert look="warning">
        <p>{t('once')}</p>
      </Alert>
      <ol
        aria-label={t('list')}
        data-testid="recovery-codes"
        className="grid max-w-text list-decimal gap-x-12 gap-y-2 pl-10 font-mono text-lg sm:grid-cols-2"
      >
        {saved.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <PageForm action={haveSavedCodes}>
        <ButtonRow>
          <Button>{t('kept')}</Button>
        </ButtonRow>
      </PageForm>
    </>
  );
}
