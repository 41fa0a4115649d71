import type { PartyStep } from '@/lib/domain/claim/claim';
import type { PartyField } from '@/lib/domain/claim/party';
import { type Contact, contactName } from '@/lib/domain/contact/contact';
import { splitFirstName } from '@/lib/domain/contact/person-name';

const USUAL = { country: 'CA', province: 'ON', underDisability: 'no', guardianKind: 'person' } as const;

/**
 * The initial values of the form of a new party. The account provides the filer, who is the first plaintiff
 * or the lawyer of all plaintiffs.
 * @param lawyerNumber the lawyer's number of the Law Society of Ontario; empty if it is not known
 */
export function prefilled(
  step: PartyStep,
  contact: Contact,
  isFirst: boolean,
  lawyerNumber = '',
): Partial<Record<PartyField, string>> {
  if (step === 'defendants') return USUAL;
  const phone = contact.extension ? `${contact.phone} x${contact.extension}` : contact.phone;
  if (contact.kind === 'lawyer') {
    return {
      ...USUAL,
      representation: 'lawyer',
      lawyerName: contactName(contact),
      lawyerFirm: contact.firm,
      lawyerPhone: phone,
      lawyerEmail: contact.email,
      ...(lawyerNumber && { lawyerNumber }),
    };
  }
  if (!isFirst) return USUAL;
  const { lastName, firstName, noFirstName, address, city, country, province, postalCode, email } =
    splitFirstName(contact);
  return {
    ...{ ...USUAL, kind: 'person', lastName, firstName, noFirstName, phone, email, representation: 'self' },
    ...{ address, city, country, province, postalCode },
  };
}
