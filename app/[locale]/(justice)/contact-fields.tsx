import { getTranslations } from 'next-intl/server';
import { AddressFields } from '@/app/[locale]/(justice)/address-fields';
import { RadioGroup } from '@/app/ui/choices';
import { TextField } from '@/app/ui/fields';
import { CONTACT_KINDS } from '@/lib/domain/contact';

/** The fields of the contact information, when registering and when editing. */
export async function ContactFields() {
  const t = await getTranslations('contact');
  return (
    <>
      <p>{t('mandatory')}</p>
      <RadioGroup
        name="kind"
        label={t('kind')}
        hint={t('assistant')}
        options={CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField name="lastName" label={t('lastName')} autoComplete="family-name" />
      <TextField name="firstName" label={t('firstName')} autoComplete="given-name" />
      <TextField name="firm" label={t('firm')} autoComplete="organization" />
      <AddressFields />
      <TextField name="phone" label={t('phone')} type="tel" autoComplete="tel" width="medium" />
      <TextField name="extension" label={t('extension')} autoComplete="tel-extension" width="short" />
      <TextField name="fax" label={t('fax')} type="tel" autoComplete="fax tel" width="medium" />
      <TextField name="email" label={t('email')} hint={t('emailHint')} type="email" autoComplete="email" />
    </>
  );
}
