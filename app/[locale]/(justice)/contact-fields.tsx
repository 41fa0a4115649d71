import { getTranslations } from 'next-intl/server';
import { PostalAddressFields } from '@/app/[locale]/(justice)/postal-address-fields';
import { Checkbox, RadioGroup } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { CONTACT_KINDS } from '@/lib/domain/contact/contact';

/** The fields of the contact information, for registering and for editing; or of a person at the counter, by a clerk. */
export async function ContactFields({ atCounter = false }: { atCounter?: boolean }) {
  const [t, counter] = [await getTranslations('contact'), await getTranslations('adminPaper')];
  const own = atCounter ? counter : t;
  return (
    <div className="group/contact">
      <p>{t('mandatory')}</p>
      <RadioGroup
        name="kind"
        label={own('kind')}
        {...(!atCounter && { hint: t('assistant') })}
        options={CONTACT_KINDS.map((kind) => ({ value: kind, label: own(`kinds.${kind}`) }))}
      />
      <TextField name="lastName" label={t('lastName')} autoComplete="family-name" />
      <Checkbox name="noFirstName" label={own('noFirstName')} />
      <div className="group-has-[#noFirstName:checked]/contact:hidden">
        <TextField name="firstName" label={t('firstName')} autoComplete="given-name" />
      </div>
      <TextField name="firm" need="optional" label={t('firm')} autoComplete="organization" />
      <PostalAddressFields />
      <TextField name="phone" label={t('phone')} type="tel" autoComplete="tel" width="medium" />
      <TextField
        name="extension"
        need="optional"
        label={t('extension')}
        autoComplete="tel-extension"
        width="short"
      />
      <TextField
        name="fax"
        need="optional"
        label={t('fax')}
        type="tel"
        autoComplete="fax tel"
        width="medium"
      />
      <TextField
        name="email"
        {...(atCounter && { need: 'optional' as const })}
        label={own('email')}
        hint={own('emailHint')}
        type="email"
        autoComplete="email"
      />
    </div>
  );
}
