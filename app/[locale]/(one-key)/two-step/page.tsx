import { getTranslations } from 'next-intl/server';
import { AppSection } from '@/app/[locale]/(one-key)/two-step/app-section';
import { changes } from '@/app/[locale]/(one-key)/two-step/changes';
import { CodesSection } from '@/app/[locale]/(one-key)/two-step/codes-section';
import { PasskeysSection } from '@/app/[locale]/(one-key)/two-step/passkeys-section';
import { Alert } from '@/app/ui/display/alert';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';
import { countSecondSteps, getSecondSteps } from '@/lib/data/sign-in/second-steps';
import { isStaff } from '@/lib/domain/access/access';
import { nextPath } from '@/lib/web/routes/next-path';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('twoStep');

/** The second steps of the account, with ways to add, replace and remove them. */
export default async function TwoStepPage({ searchParams }: PageProps<'/[locale]/two-step'>) {
  const actor = await requireActor();
  const [t, query, steps] = [
    await getTranslations('twoStep'),
    await searchParams,
    await getSecondSteps(actor),
  ];
  const changed = changes.find((change) => change === query.changed);
  const count = countSecondSteps(steps);
  const lastStays = isStaff(actor) && count === 1;
  const next = nextPath(query.next);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      {isStaff(actor) && count === 0 && (
        <Alert look="warning" heading={t('required.heading')}>
          <p>{t('required.words')}</p>
        </Alert>
      )}
      {changed && (
        <Alert look="success">
          <p>{t(`changed.${changed}`)}</p>
        </Alert>
      )}
      {lastStays && <p>{t('lastStays')}</p>}
      <AppSection since={steps.authenticatorSince} mayRemove={!lastStays} next={next} />
      <PasskeysSection passkeys={steps.passkeys} mayRemove={!lastStays} next={next} />
      <CodesSection left={steps.recoveryCodesLeft} isOn={count > 0} />
      <p className="mt-8">
        <PlainLink href="/services">{t('back')}</PlainLink>
      </p>
    </>
  );
}
