import { getTranslations } from 'next-intl/server';
import { accept } from '@/app/[locale]/(justice)/register/terms/actions';
import { TermsText } from '@/app/[locale]/(justice)/terms-text';
import { exit } from '@/app/[locale]/exit';
import { Checkbox } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { findProfile } from '@/lib/data/account/profiles';
import { termsVersion } from '@/lib/data/account/terms';
import { systemNow } from '@/lib/services/clock';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('registerTerms');

/** The terms of use, which a person accepts before any other page of Justice Services Online. */
export default async function RegisterTermsPage() {
  const actor = await requireActor();
  const t = await getTranslations('registerTerms');
  const version = await termsVersion('justice', systemNow());
  const isNewVersion = (await findProfile(actor)) !== null;
  return (
    <>
      <h1>{t('heading')}</h1>
      {/* A separate form: the Enter key in the other form must mean Next, never Exit. */}
      <form id="exit" action={exit} />
      <PageForm action={accept}>
        <h2>{t('welcome')}</h2>
        <h3>{t('terms')}</h3>
        <p>{t('version', { version })}</p>
        {isNewVersion && <p className="font-semibold">{t('newVersion')}</p>}
        <TermsText version={version} heading="h4" />
        <div className="mt-8">
          <Checkbox name="agree" need="required" label={t('agree')} />
        </div>
        <ButtonRow>
          <Button form="exit" look="secondary">
            {t('exit')}
          </Button>
          <Button>{t('next')}</Button>
        </ButtonRow>
      </PageForm>
    </>
  );
}
