import { redirect as redirectToPath } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { FactorForms } from '@/app/[locale]/(one-key)/factor-forms';
import { giveCode, givePasskey, giveRecoveryCode } from '@/app/[locale]/(one-key)/second-step/actions';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';
import { getSecondSteps } from '@/lib/data/sign-in/second-steps';
import { redirect } from '@/lib/web/routes/navigation';
import { nextPath } from '@/lib/web/routes/next-path';
import { currentActor, pendingSession } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('secondStep');

/** The only page that a right password opens for an account with a second step. */
export default async function SecondStepPage({ searchParams }: PageProps<'/[locale]/second-step'>) {
  const next = nextPath((await searchParams).next);
  const pending = await pendingSession();
  if (!pending) {
    if ((await currentActor()).kind === 'user' && next) redirectToPath(next);
    return redirect({ href: '/sign-in', locale: await getLocale() });
  }
  const [t, steps] = [await getTranslations('secondStep'), await getSecondSteps(pending)];
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <FactorForms
        steps={steps}
        next={next}
        actions={{ code: giveCode, passkey: givePasskey, recoveryCode: giveRecoveryCode }}
      />
      <p className="mt-8">
        <PlainLink href="/sign-in">{t('other')}</PlainLink>
      </p>
    </>
  );
}
