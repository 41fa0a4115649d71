import { LinkifyIt } from 'linkify-it';
import { z } from 'zod';
import { optionalEmail, requiredEmail } from '@/lib/domain/contact/email';
import { firstNameErrors, joinNames, noFirstName } from '@/lib/domain/contact/person-name';
import { isPhone, mendPhone } from '@/lib/domain/contact/phone';
import {
  mendPostalCode,
  postalAddressErrors,
  postalAddressFields,
} from '@/lib/domain/contact/postal-address';
import { errorKey, type FieldErrors, LONGEST_FIRM, optional, required, withRules } from '@/lib/domain/text';

/** An account is for a lawyer, or for an individual who represents themselves. */
export const CONTACT_KINDS = ['lawyer', 'individual'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const links = new LinkifyIt();

/**
 * A person's name holds nothing that a mail program makes a link of: the court would send it on under its own name.
 * A firm may be called after its address on the web.
 */
const holdsNoAddress = (name: string): boolean => !links.test(name);

const shape = {
  kind: z.enum(CONTACT_KINDS, { error: errorKey('chooseContactKind') }),
  lastName: required('enterLastName', 200).refine(holdsNoAddress, errorKey('nameWithAddress')),
  firstName: optional(200).refine(holdsNoAddress, errorKey('nameWithAddress')),
  noFirstName,
  firm: optional(LONGEST_FIRM),
  ...postalAddressFields,
  phone: required('enterPhone', 40),
  extension: optional(10).refine((typed) => /^\d*$/.test(typed), errorKey('checkExtension')),
  fax: optional(40),
};
const fields = z.object({ ...shape, email: requiredEmail() });
type Typed = z.output<typeof fields>;

const mended = (contact: Typed): Typed => ({
  ...contact,
  ...(contact.noFirstName === 'on' ? { firstName: '' } : {}),
  postalCode: mendPostalCode(contact.postalCode, contact.country),
  phone: mendPhone(contact.phone, contact.country),
  fax: mendPhone(contact.fax, contact.country),
});

function faultsOf(contact: Record<keyof Typed, string>): FieldErrors {
  const errors: FieldErrors = { ...firstNameErrors(contact), ...postalAddressErrors(contact) };
  if (contact.phone && !isPhone(contact.phone, contact.country)) errors.phone = 'checkPhone';
  if (contact.fax && !isPhone(contact.fax, contact.country)) errors.fax = 'checkFax';
  return errors;
}

/**
 * The contact information of a Justice Services Online account. Postal code and numbers are returned in their
 * usual form.
 */
export const contactForm = withRules(fields.overwrite(mended), faultsOf);

/** The same for a person at the counter, who may have no e-mail address. */
export const counterContactForm = withRules(
  z.object({ ...shape, email: optionalEmail() }).overwrite(mended),
  faultsOf,
);

/** As it is stored: a person without a first name has an empty one. */
export type Contact = Omit<z.output<typeof contactForm>, 'noFirstName'>;

/** The contact information as it is stored, from the parsed form. */
export function contactOf({ noFirstName: _, ...contact }: z.output<typeof contactForm>): Contact {
  return contact;
}

/** The display name of a contact. */
export function contactName(contact: Pick<Contact, 'firstName' | 'lastName'>): string {
  return joinNames(contact.firstName, contact.lastName);
}
