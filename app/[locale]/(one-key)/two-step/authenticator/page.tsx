import { getLocale, getTranslations } from 'next-intl/server';
import { finish } from '@/app/[locale]/(one-key)/two-step/actions';
import { Button, ButtonLink, ButtonRow } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { QrCode } from '@/app/ui/qr-code';
import { findSetup, setupMinutes } from '@/lib/data/authenticators';
import { systemNow } from '@/lib/services/clock';
import { redirect } from '@/lib/web/navigation';
import { requireActor } from '@/lib/web/session';
import { keptSetup } from '@/lib/web/setup-cookie';

export const generateMetadata = pageTitle('setUpAuthenticator');

/** Letters in groups of four, as people copy them. */
const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

async function Key({ secret, address }: { secret: string; address: string }) {
  const t = await getTranslations('setUpAuthenticator');
  return (
    <>
      <h2>{t('scan')}</h2>
      <QrCode text={address} label={t('qr')} />
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

/** The key for the app, as a QR code and to type, and the first code, which shows that it arrived. */
export default async function AuthenticatorPage() {
  const actor = await requireActor();
  const [t, frame] = [await getTranslations('setUpAuthenticator'), await getTranslations('frame')];
  const kept = await keptSetup();
  const asked = { setup: kept?.setup ?? '', issuer: frame('wordmark') };
  const found = await findSetup(actor, asked, systemNow());
  if (!found) return redirect({ href: '/two-step', locale: await getLocale() });
  return (
    <>
      <h1>{t('title')}</h1>
      <Key {...found} />
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
          <ButtonLink href="/two-step" look="secondary">
            {t('cancel')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
