import { getTranslations } from 'next-intl/server';
import { askNewPasskey } from '@/app/[locale]/(one-key)/passkey-asking';
import { keepPasskey } from '@/app/[locale]/(one-key)/two-step/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { PasskeyButton } from '@/app/ui/form/passkey-button';
import { ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { nextPath } from '@/lib/web/routes/next-path';
import { requireConfirmedOwner } from '@/lib/web/session/confirmation';
import { visitor } from '@/lib/web/session/visitor';

export const generateMetadata = pageTitle('addPasskey');

/** Asks for a passkey's name and has the browser make the passkey. */
export default async function PasskeyPage({ searchParams }: PageProps<'/[locale]/two-step/passkey'>) {
  await requireConfirmedOwner();
  const [t, words] = [await getTranslations('addPasskey'), await getTranslations('passkeyButton')];
  const [next, { device = '' }] = [nextPath((await searchParams).next), await visitor()];
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <PageForm action={keepPasskey} initial={{ name: device }}>
        {next && <input type="hidden" name="next" value={next} />}
        <TextField name="name" need="optional" label={t('name')} width="medium" />
        <ButtonRow>
          <div>
            <PasskeyButton
              ceremony={{ use: 'create', ask: askNewPasskey }}
              words={{ button: t('make'), failed: words('failed'), needsScript: words('needsScript') }}
            />
          </div>
          <PlainButtonLink href="/two-step" look="secondary">
            {t('cancel')}
          </PlainButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
