import { z } from 'zod';
import { addressErrors, addressFields, mendPostalCode } from '@/lib/domain/address';
import { requiredEmail } from '@/lib/domain/email';
import { isPhone, mendPhone } from '@/lib/domain/phone';
import { type FieldErrors, optional, required, withRules } from '@/lib/domain/text';

/** For whom an account is: a lawyer, or an individual who represents themselves. */
export const CONTACT_KINDS = ['lawyer', 'individual'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const fields = z
  .object({
    kind: z.enum(CONTACT_KINDS, { error: 'chooseContactKind' }),
    lastName: required('enterLastName', 100),
    firstName: required('enterFirstName', 100),
    firm: optional(),
    ...addressFields,
    phone: required('enterPhone', 40),
    extension: optional(10).refine((typed) => /^\d*$/.test(typed), 'checkExtension'),
    fax: optional(40),
    email: requiredEmail(),
  })
  .overwrite((contact) => ({
    ...contact,
    postalCode: mendPostalCode(contact.postalCode, contact.country),
    phone: mendPhone(contact.phone, contact.country),
    fax: mendPhone(contact.fax, contact.country),
  }));

/** The contact information of a Justice Services Online account; postal code and numbers come out as written. */
export const contactForm = withRules(fields, (contact) => {
  const errors: FieldErrors = addressErrors(contact);
  if (contact.phone && !isPhone(contact.phone, contact.country)) errors.phone = 'checkPhone';
  if (contact.fax && !isPhone(contact.fax, contact.country)) errors.fax = 'checkFax';
  return errors;
});

export type Contact = z.output<typeof contactForm>;

/** The name of a contact as it is shown. */
export function contactName(contact: Pick<Contact, 'firstName' | 'lastName'>): string {
  return `${contact.firstName} ${contact.lastName}`;
}
