import { redirect as redirectToPath } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { signIn } from '@/app/[locale]/(one-key)/sign-in/actions';
import { WithPasskey } from '@/app/[locale]/(one-key)/sign-in/with-passkey';
import { Alert, Panel } from '@/app/ui/display/alert';
import { PasswordField, TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Beside } from '@/app/ui/layout/beside';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';
import { findProfile } from '@/lib/data/account/profiles';
import type { UserActor } from '@/lib/domain/access/access';
import { redirect } from '@/lib/web/routes/navigation';
import { nextPath } from '@/lib/web/routes/next-path';
import { currentActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('signIn');

/** Sends on a person who is already signed in. */
async function goOn(actor: UserActor, next: string | undefined): Promise<never> {
  if (next) redirectToPath(next);
  const href = (await findProfile(actor)) ? '/account' : '/services';
  return redirect({ href, locale: await getLocale() });
}

export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const { next: asked, expired, changed, ended } = await searchParams;
  const next = nextPath(asked);
  const actor = await currentActor();
  if (actor.kind === 'user') await goOn(actor, next);
  const t = await getTranslations('signIn');
  return (
    <>
      <h1>{t('title')}</h1>
      {expired && (
        <Alert look="warning" heading={t('expired.heading')}>
          <p>{t('expired.words')}</p>
        </Alert>
      )}
      {ended && (
        <Alert look="warning" heading={t('ended.heading')}>
          <p>{t('ended.words')}</p>
        </Alert>
      )}
      {changed && (
        <Alert look="success" heading={t('changed.heading')}>
          <p>{t('changed.words')}</p>
        </Alert>
      )}
      <Beside
        aside={
          <Panel label={t('new.heading')}>
            <h2 className="mt-0! text-xl!">{t('new.heading')}</h2>
            <p>{t.rich('new.what', { a: (words) => <PlainLink href="/learn-more">{words}</PlainLink> })}</p>
            <p>{t.rich('new.signUp', { a: (words) => <PlainLink href="/sign-up">{words}</PlainLink> })}</p>
          </Panel>
        }
      >
        <section className="max-w-text rounded-lg border border-line p-6 sm:p-8">
          <h2 className="mt-0!">{t('withId')}</h2>
          <PageForm action={signIn}>
            {next && <input type="hidden" name="next" value={next} />}
            <TextField name="oneKeyId" label={t('oneKeyId')} autoComplete="username" width="medium" />
            <PasswordField
              name="password"
              label={t('password')}
              autoComplete="current-password"
              width="medium"
            />
            <ButtonRow>
              <Button>{t('signIn')}</Button>
            </ButtonRow>
          </PageForm>
          <p className="mt-6 mb-0!">
            <PlainLink href="/recover">{t('recover')}</PlainLink>
          </p>
        </section>
        <WithPasskey next={next} />
      </Beside>
    </>
  );
}
