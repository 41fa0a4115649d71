import { getTranslations } from 'next-intl/server';
import { askNewPasskey } from '@/app/[locale]/(one-key)/passkey-asking';
import { keepPasskey } from '@/app/[locale]/(one-key)/two-step/actions';
import { ButtonLink, ButtonRow } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { PasskeyButton } from '@/app/ui/passkey-button';
import { requireConfirmedOwner } from '@/lib/web/confirmation';
import { nextPath } from '@/lib/web/next-path';
import { visitor } from '@/lib/web/visitor';

export const generateMetadata = pageTitle('addPasskey');

/** Names a passkey and has the browser make it. */
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
        <TextField name="name" label={t('name')} width="medium" />
        <ButtonRow>
          <div>
            <PasskeyButton
              ceremony={{ use: 'create', ask: askNewPasskey }}
              words={{ button: t('make'), failed: words('failed'), needsScript: words('needsScript') }}
            />
          </div>
          <ButtonLink href="/two-step" look="secondary">
            {t('cancel')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
