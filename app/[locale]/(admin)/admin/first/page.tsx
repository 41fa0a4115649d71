import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { accept } from '@/app/[locale]/(admin)/admin/first/actions';
import { AccountFields } from '@/app/[locale]/(one-key)/sign-up/account-fields';
import { Button, ButtonRow } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { isAdministrationOffered } from '@/lib/data/administrators';
import { systemNow } from '@/lib/services/clock';
import { findInvitation } from '@/lib/web/first-administrator';

export const generateMetadata = pageTitle('adminFirst');

/** Where the one-time link leads: the registration of the first administrator, and nothing to anyone without the link. */
export default async function FirstAdministratorPage() {
  const invitation = await findInvitation();
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
