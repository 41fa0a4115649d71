import { getLocale, getTranslations } from 'next-intl/server';
import { ContactFields } from '@/app/[locale]/(justice)/contact-fields';
import { register } from '@/app/[locale]/(justice)/register/contact/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { findProfile } from '@/lib/data/account/profiles';
import { redirect } from '@/lib/web/routes/navigation';
import { requireTerms } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('registerContact');

/**
 * Contact information, the last page of registering. A person who has already registered is sent on to their
 * account.
 */
export default async function RegisterContactPage() {
  const actor = await requireTerms();
  if (await findProfile(actor)) redirect({ href: '/account', locale: await getLocale() });
  const t = await getTranslations('registerContact');
  return (
    <>
      <h1>{t('heading')}</h1>
      <h2>{t('contact')}</h2>
      <PageForm action={register} initial={{ country: 'CA' }}>
        <ContactFields />
        <ButtonRow>
          <Button>{t('confirm')}</Button>
        </ButtonRow>
      </PageForm>
    </>
  );
}
