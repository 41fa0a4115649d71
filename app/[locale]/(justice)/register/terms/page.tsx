import { getTranslations } from 'next-intl/server';
import { exit } from '@/app/[locale]/(justice)/exit';
import { accept } from '@/app/[locale]/(justice)/register/terms/actions';
import { TermsText } from '@/app/[locale]/(justice)/terms-text';
import { Button, ButtonRow } from '@/app/ui/button';
import { Checkbox } from '@/app/ui/choices';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { termsVersions } from '@/lib/domain/terms';
import { requireActor } from '@/lib/web/session';

export const generateMetadata = pageTitle('registerTerms');

/** The terms of use, before anything else of Justice Services Online can be used. */
export default async function RegisterTermsPage() {
  await requireActor();
  const t = await getTranslations('registerTerms');
  return (
    <>
      <h1>{t('heading')}</h1>
      {/* A form of its own: the Enter key in the other form must mean Next, never Exit. */}
      <form id="exit" action={exit} />
      <PageForm action={accept}>
        <h2>{t('welcome')}</h2>
        <h3>{t('terms')}</h3>
        <p>{t('version', { version: termsVersions.justice })}</p>
        <TermsText version={termsVersions.justice} heading="h4" />
        <div className="mt-8">
          <Checkbox name="agree" label={t('agree')} />
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
