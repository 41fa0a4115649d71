import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { accept } from '@/app/[locale]/(admin)/admin/first/actions';
import { AccountFields } from '@/app/[locale]/(one-key)/sign-up/account-fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { isAdministrationOffered } from '@/lib/data/account/administrators';
import { systemNow } from '@/lib/services/clock';
import { invitationCookie } from '@/lib/web/cookies/cookies';

export const generateMetadata = pageTitle('adminFirst');

/**
 * The target of the one-time link: the registration of the first administrator. Without the link the page
 * shows nothing.
 */
export default async function FirstAdministratorPage() {
  const invitation = await invitationCookie.get();
  if (!invitation || !(await isAdministrationOffered(invitation, systemNow()))) notFound();
  const t = await getTranslations('adminFirst');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <PageForm action={accept}>
        <AccountFields />
        <ButtonRow>
          <Button>{t('create')}</Button>
        </ButtonRow>
      </PageForm>
    </>
  );
}
