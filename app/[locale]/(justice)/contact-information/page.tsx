import { getTranslations } from 'next-intl/server';
import { ContactFields } from '@/app/[locale]/(justice)/contact-fields';
import { save, sendLinkAgain } from '@/app/[locale]/(justice)/contact-information/actions';
import { CopiesSection } from '@/app/[locale]/(justice)/contact-information/copies/copies-section';
import { UsualSection } from '@/app/[locale]/(justice)/contact-information/usual-section';
import { UnconfirmedEmail } from '@/app/[locale]/unconfirmed-email';
import { Alert } from '@/app/ui/display/alert';
import { PasswordField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { findUnconfirmed } from '@/lib/data/account/email-confirmation';
import { splitFirstName } from '@/lib/domain/contact/person-name';
import { splitProvince } from '@/lib/domain/contact/postal-address';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('contactInformation');

/** The account's contact information, to view and to edit. */
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
      <PageForm
        action={save}
        initial={splitFirstName(splitProvince(profile.contact))}
        doneMessage={t('saved')}
      >
        <ContactFields />
        <PasswordField
          name="currentPassword"
          need="unmarked"
          label={t('currentPassword')}
          hint={t('whyPassword')}
          autoComplete="current-password"
          width="medium"
        />
        <ButtonRow>
          <Button>{t('save')}</Button>
        </ButtonRow>
      </PageForm>
      {unconfirmed ? (
        <UnconfirmedEmail use="contact" email={unconfirmed} action={sendLinkAgain} />
      ) : (
        <p className="mt-8">{t('confirmed', { address: profile.contact.email })}</p>
      )}
      <CopiesSection actor={actor} />
      {profile.contact.kind === 'lawyer' && <UsualSection usual={profile.usual} />}
    </>
  );
}
