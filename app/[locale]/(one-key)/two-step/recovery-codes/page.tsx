import { getLocale, getTranslations } from 'next-intl/server';
import { haveKeptCodes } from '@/app/[locale]/(one-key)/two-step/actions';
import { Alert } from '@/app/ui/alert';
import { Button, ButtonRow } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { keptCodes } from '@/lib/web/codes-cookie';
import { redirect } from '@/lib/web/navigation';
import { requireActor } from '@/lib/web/session';

export const generateMetadata = pageTitle('recoveryCodes');

/** New recovery codes, once, until their owner says that they are kept. */
export default async function RecoveryCodesPage() {
  const actor = await requireActor();
  const kept = await keptCodes();
  if (kept?.userId !== actor.userId) return redirect({ href: '/two-step', locale: await getLocale() });
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
        {kept.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <PageForm action={haveKeptCodes}>
        <ButtonRow>
          <Button>{t('kept')}</Button>
        </ButtonRow>
      </PageForm>
    </>
  );
}
