import { getTranslations } from 'next-intl/server';
import { ContactFields } from '@/app/[locale]/(justice)/contact-fields';
import { save, sendLinkAgain } from '@/app/[locale]/(justice)/contact-information/actions';
import { UnconfirmedEmail } from '@/app/[locale]/unconfirmed-email';
import { Alert } from '@/app/ui/alert';
import { Button, ButtonRow } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { findUnconfirmed } from '@/lib/data/email-confirmation';
import { splitProvince } from '@/lib/domain/address';
import { requireProfile } from '@/lib/web/profile';

export const generateMetadata = pageTitle('contactInformation');

/** The account's contact information, to see and to edit. */
export default async function ContactInformationPage() {
  const { actor, profile } = await requireProfile();
  const unconfirmed = await findUnconfirmed(actor, 'contact');
  const t = await getTranslations('contactInformation');
  return (
    <>
      <h1>{t('title')}</h1>
      <Alert heading={t('noteHeading')}>
        <p>{t('note')}</p>
        <p>{t('changeOfAddress')}</p>
      </Alert>
      <PageForm action={save} initial={splitProvince(profile.contact)} doneMessage={t('saved')}>
        <ContactFields />
        <ButtonRow>
          <Button>{t('save')}</Button>
        </ButtonRow>
      </PageForm>
      {unconfirmed ? (
        <UnconfirmedEmail address={unconfirmed} action={sendLinkAgain} />
      ) : (
        <p className="mt-8">{t('confirmed', { address: profile.contact.email })}</p>
      )}
    </>
  );
}
