import type { PartyAnswers } from '@/lib/domain/claim';
import { type Contact, contactName } from '@/lib/domain/contact';
import { type PartyField, partyName } from '@/lib/domain/party';

export type PartyStep = 'plaintiffs' | 'defendants';

/** The name of a party as typed so far; empty when there is none yet. */
export function typedName({ kind, firstName = '', middleName = '', lastName = '', ...party }: PartyAnswers) {
  const { organisationName = '' } = party;
  const known = kind === 'organisation' ? 'organisation' : 'person';
  return partyName({ kind: known, firstName, middleName, lastName, organisationName }).trim();
}

const USUAL = { country: 'CA', underDisability: 'no', guardianKind: 'person' } as const;

/**
 * What a new party starts with, so that nobody types what the account knows already: the filer themselves as the first
 * plaintiff, or the filer as the plaintiffs' lawyer.
 */
export function prefilled(
  step: PartyStep,
  contact: Contact,
  isFirst: boolean,
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
    };
  }
  if (!isFirst) return USUAL;
  const { lastName, firstName, address, city, country, province, postalCode, email } = contact;
  return {
    ...{ ...USUAL, kind: 'person', lastName, firstName, phone, email, representation: 'self' },
    ...{ address, city, country, province, postalCode },
  };
}
