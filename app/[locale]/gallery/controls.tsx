import { getTranslations } from 'next-intl/server';
import { countries } from '@/app/[locale]/(justice)/postal-address-fields';
import { Checkbox, RadioGroup } from '@/app/ui/form/choices';
import { PasswordField, TextArea, TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import { CONTACT_KINDS } from '@/lib/domain/contact/contact';

/** Each kind of field once. */
export async function Controls() {
  const [contact, address, signIn, terms] = [
    await getTranslations('contact'),
    await getTranslations('address'),
    await getTranslations('signIn'),
    await getTranslations('registerTerms'),
  ];
  return (
    <>
      <RadioGroup
        name="kind"
        label={contact('kind')}
        hint={contact('assistant')}
        options={CONTACT_KINDS.map((kind) => ({ value: kind, label: contact(`kinds.${kind}`) }))}
      />
      <TextField name="lastName" label={contact('lastName')} hint={contact('emailHint')} />
      <Select
        name="country"
        label={address('country')}
        placeholder={address('choose')}
        options={await countries()}
      />
      <PasswordField name="password" label={signIn('password')} />
      <TextArea name="notes" label={address('address')} />
      <Checkbox name="agree" label={terms('agree')} />
    </>
  );
}
