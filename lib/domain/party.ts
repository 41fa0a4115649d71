import { z } from 'zod';
import { addressErrors, addressFields, mendPostalCode } from '@/lib/domain/address';
import { optionalEmail } from '@/lib/domain/email';
import { lawyerErrors, lawyerFields, mendLawyer, NO_LAWYER } from '@/lib/domain/lawyer';
import { isPhone, mendPhone } from '@/lib/domain/phone';
import { type FieldErrors, optional, withRules } from '@/lib/domain/text';

export const PARTY_ROLES = ['plaintiff', 'defendant'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const PARTY_KINDS = ['person', 'organisation'] as const;

/** Messages `organisationKind.*`. */
export const ORGANISATION_KINDS = [
  'corporation',
  'partnership',
  'soleProprietorship',
  'government',
  'estate',
  'other',
] as const;

/** `disability`: a party under disability who is not a minor (r. 1.03, r. 7.01(6)). */
export const DISABILITIES = ['no', 'minor', 'disability'] as const;

/** Who the litigation guardian is; messages `guardianKind.*`. */
export const GUARDIAN_KINDS = ['person', 'childrensLawyer', 'publicGuardian'] as const;

/** Who acts for a party; `unknown` only for a defendant. */
export const REPRESENTATIONS = ['self', 'lawyer', 'unknown'] as const;

// What was typed before an answer made it pointless is not part of the party.
const NO_ORGANISATION = { organisationName: '', organisationKind: '' } as const;
const NO_PERSON = {
  lastName: '',
  firstName: '',
  middleName: '',
  underDisability: 'no',
  guardianKind: 'person',
  guardianName: '',
} as const;
const NO_ADDRESS = { address: '', city: '', country: '', province: '', postalCode: '' } as const;

const fields = z
  .object({
    kind: z.enum(PARTY_KINDS, { error: 'choosePartyKind' }),
    lastName: optional(100),
    firstName: optional(100),
    middleName: optional(100),
    organisationName: optional(),
    organisationKind: z.enum(['', ...ORGANISATION_KINDS], { error: 'chooseOrganisationKind' }).prefault(''),
    alsoKnownAs: optional(),
    underDisability: z.enum(DISABILITIES, { error: 'chooseDisability' }).prefault('no'),
    guardianKind: z.enum(GUARDIAN_KINDS, { error: 'chooseGuardianKind' }).prefault('person'),
    guardianName: optional(),
    /** A checkbox of the defendant's form: `on` when the plaintiff does not know the address. */
    addressUnknown: z.enum(['', 'on'], { error: 'checkAddressUnknown' }).prefault(''),
    ...addressFields,
    phone: optional(40),
    email: optionalEmail(),
    representation: z.enum(REPRESENTATIONS, { error: 'chooseRepresentation' }),
    ...lawyerFields,
  })
  .overwrite((party) => ({
    ...party,
    ...(party.kind === 'person' ? NO_ORGANISATION : NO_PERSON),
    ...(party.addressUnknown === 'on' ? NO_ADDRESS : {}),
    ...(party.representation === 'lawyer' ? {} : NO_LAWYER),
  }))
  .overwrite((party) => ({
    ...party,
    postalCode: mendPostalCode(party.postalCode, party.country),
    phone: mendPhone(party.phone, party.country || 'CA'),
    ...mendLawyer(party),
  }));

export type Party = z.output<typeof fields>;
export type PartyField = keyof Party;
type Typed = Record<PartyField, string>;

/** A plaintiff: address and representation must be known, and a party under disability has a litigation guardian. */
export const plaintiffForm = withRules(fields, (party) => ({
  ...nameErrors(party),
  ...addressErrors(party),
  ...reachErrors(party),
  ...(party.representation === 'lawyer' ? lawyerErrors(party) : {}),
  ...guardianErrors(party),
  ...(party.representation === 'unknown' ? { representation: 'chooseRepresentation' } : {}),
}));

/** A defendant: the address, where the claim is served, may be unknown, and so may the lawyer. */
export const defendantForm = withRules(fields, (party) => ({
  ...nameErrors(party),
  ...(party.addressUnknown === 'on' ? {} : addressErrors(party)),
  ...reachErrors(party),
  ...(party.representation === 'lawyer' ? lawyerErrors(party) : {}),
}));

export function partyForm(role: PartyRole) {
  return role === 'plaintiff' ? plaintiffForm : defendantForm;
}

type PartyNames = 'kind' | 'firstName' | 'middleName' | 'lastName' | 'organisationName';

/** The name of a party, parsed or as typed, as it is shown, without titles of capacity. */
export function partyName(party: Partial<Record<PartyNames, string>>): string {
  if (party.kind === 'organisation') return party.organisationName ?? '';
  return [party.firstName, party.middleName, party.lastName].filter(Boolean).join(' ');
}

/** Whether a party, parsed or as typed, is under disability and so acts by a litigation guardian. */
export function isUnderDisability(party: { kind?: string; underDisability?: string }): boolean {
  return (
    party.kind === 'person' && (party.underDisability === 'minor' || party.underDisability === 'disability')
  );
}

function nameErrors(party: Typed): FieldErrors {
  const errors: FieldErrors = {};
  if (party.kind === 'person') {
    if (!party.lastName) errors.lastName = 'enterLastName';
    if (!party.firstName) errors.firstName = 'enterFirstName';
  }
  if (party.kind === 'organisation') {
    if (!party.organisationName) errors.organisationName = 'enterOrganisationName';
    if (!party.organisationKind) errors.organisationKind = 'chooseOrganisationKind';
  }
  return errors;
}

/** The Children's Lawyer and the Public Guardian and Trustee are offices: they need no name. */
function guardianErrors(party: Typed): FieldErrors {
  const isUnnamed = party.guardianKind === 'person' && !party.guardianName;
  return isUnderDisability(party) && isUnnamed ? { guardianName: 'enterGuardianName' } : {};
}

function reachErrors(party: Typed): FieldErrors {
  return party.phone && !isPhone(party.phone, party.country || 'CA') ? { phone: 'checkPhone' } : {};
}
