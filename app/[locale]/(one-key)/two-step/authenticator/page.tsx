import { getLocale, getTranslations } from 'next-intl/server';
import { finish } from '@/app/[locale]/(one-key)/two-step/actions';
import { QrCode } from '@/app/ui/display/qr-code';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { findSetup, setupMinutes } from '@/lib/data/sign-in/authenticators';
import { systemNow } from '@/lib/services/clock';
import { setupCookie } from '@/lib/web/cookies/cookies';
import { redirect } from '@/lib/web/routes/navigation';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('setUpAuthenticator');

/** Letters in groups of four, as people copy them. */
const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

async function Key({ secret, url }: { secret: string; url: string }) {
  const t = await getTranslations('setUpAuthenticator');
  return (
    <>
      <h2>{t('scan')}</h2>
      <QrCode text={url} label={t('qr')} />
      <p>{t('orType')}</p>
      <p className="font-mono text-lg break-words" data-testid="setup-key">
        {grouped(secret)}
      </p>
      <p>
        {t('keyKind')} {t('minutes', { minutes: setupMinutes })}
      </p>
    </>
  );
}

/**
 * Shows the app's key as a QR code and as text, and asks for the app's first code, which proves that the app
 * has the key.
 */
export default async function AuthenticatorPage() {
  const actor = await requireActor();
  const [t, frame] = [await getTranslations('setUpAuthenticator'), await getTranslations('frame')];
  const saved = await setupCookie.get();
  const asked = { setup: saved?.setup ?? '', issuer: frame('wordmark') };
  const setup = await findSetup(actor, asked, systemNow());
  if (!setup) return redirect({ href: '/two-step', locale: await getLocale() });
  return (
    <>
      <h1>{t('title')}</h1>
      <Key {...setup} />
      <h2>{t('enter')}</h2>
      <PageForm action={finish}>
        <TextField
          name="oneTimeCode"
          label={t('label')}
          hint={t('hint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          width="short"
        />
        <ButtonRow>
          <Button>{t('finish')}</Button>
          <PlainButtonLink href="/two-step" look="secondary">
            {t('cancel')}
          </PlainButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
