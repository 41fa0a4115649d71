import { z } from 'zod';
import { optionalEmail } from '@/lib/domain/contact/email';
import { lawyerErrors, lawyerFields, mendLawyer, NO_LAWYER } from '@/lib/domain/contact/lawyer';
import { firstNameErrors, joinNames, noFirstName } from '@/lib/domain/contact/person-name';
import { isPhone, mendPhone } from '@/lib/domain/contact/phone';
import {
  mendPostalCode,
  postalAddressErrors,
  postalAddressFields,
} from '@/lib/domain/contact/postal-address';
import { errorKey, type FieldErrors, optional, withRules } from '@/lib/domain/text';

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

// Entries that a later answer made pointless are not part of the party.
const NO_ORGANISATION = { organisationName: '', organisationKind: '' } as const;
const NO_PERSON = {
  lastName: '',
  firstName: '',
  noFirstName: '',
  middleName: '',
  underDisability: 'no',
  guardianKind: 'person',
  guardianName: '',
} as const;
const NO_FIRST_NAME = { firstName: '', middleName: '' } as const;
const NO_ADDRESS = { address: '', city: '', country: '', province: '', postalCode: '' } as const;

/** Estates, trusts and First Nations have long names, and some parties have many. */
const LONGEST_NAME = 500;
const LONGEST_ALIAS = 1000;

const fields = z
  .object({
    kind: z.enum(PARTY_KINDS, { error: errorKey('choosePartyKind') }),
    lastName: optional(LONGEST_NAME),
    firstName: optional(LONGEST_NAME),
    noFirstName,
    middleName: optional(LONGEST_NAME),
    organisationName: optional(LONGEST_NAME),
    organisationKind: z
      .enum(['', ...ORGANISATION_KINDS], { error: errorKey('chooseOrganisationKind') })
      .prefault(''),
    alsoKnownAs: optional(LONGEST_ALIAS),
    underDisability: z.enum(DISABILITIES, { error: errorKey('chooseDisability') }).prefault('no'),
    guardianKind: z.enum(GUARDIAN_KINDS, { error: errorKey('chooseGuardianKind') }).prefault('person'),
    guardianName: optional(LONGEST_NAME),
    /** A checkbox of the defendant's form: `on` when the plaintiff does not know the address. */
    addressUnknown: z.enum(['', 'on'], { error: errorKey('checkAddressUnknown') }).prefault(''),
    ...postalAddressFields,
    phone: optional(40),
    email: optionalEmail(),
    representation: z.enum(REPRESENTATIONS, { error: errorKey('chooseRepresentation') }),
    ...lawyerFields,
  })
  .overwrite((party) => ({
    ...party,
    ...(party.kind === 'person' ? NO_ORGANISATION : NO_PERSON),
    ...(party.noFirstName === 'on' ? NO_FIRST_NAME : {}),
    ...(party.addressUnknown === 'on' ? NO_ADDRESS : {}),
    ...(party.representation === 'lawyer' ? {} : NO_LAWYER),
  }))
  .overwrite((party) => ({
    ...party,
    postalCode: mendPostalCode(party.postalCode, party.country),
    phone: mendPhone(party.phone, party.country || 'CA'),
    ...mendLawyer(party),
  }));

/** A party as parsed: `noFirstName` is of the form, and a filed party shows by its empty first name that it has none. */
export type Party = z.output<typeof fields>;
export type PartyField = keyof Party;
type Typed = Record<PartyField, string>;

/**
 * A plaintiff: address and representation must be known, and a party under disability has a litigation
 * guardian.
 */
export const plaintiffForm = withRules(fields, (party) => ({
  ...nameErrors(party),
  ...postalAddressErrors(party),
  ...reachErrors(party),
  ...(party.representation === 'lawyer' ? lawyerErrors(party) : {}),
  ...guardianErrors(party),
  ...(party.representation === 'unknown' ? { representation: 'chooseRepresentation' } : {}),
}));

/** A defendant: the address for service or its postal code may be unknown, and so may the lawyer. */
export const defendantForm = withRules(fields, (party) => ({
  ...nameErrors(party),
  ...(party.addressUnknown === 'on' ? {} : knownAddressErrors(party)),
  ...reachErrors(party),
  ...(party.representation === 'lawyer' ? lawyerErrors(party) : {}),
}));

export function partyForm(role: PartyRole) {
  return role === 'plaintiff' ? plaintiffForm : defendantForm;
}

type PartyNames = 'kind' | 'firstName' | 'noFirstName' | 'middleName' | 'lastName' | 'organisationName';

/** The display name of a party, without titles of capacity. For a party as typed it may be ''. */
export function partyName(party: Partial<Record<PartyNames, string>>): string {
  if (party.kind === 'organisation') return (party.organisationName ?? '').trim();
  if (party.noFirstName === 'on') return joinNames(party.lastName);
  return joinNames(party.firstName, party.middleName, party.lastName);
}

/** Whether a party, parsed or as typed, is under disability and therefore acts by a litigation guardian. */
export function isUnderDisability(party: { kind?: string; underDisability?: string }): boolean {
  return (
    party.kind === 'person' && (party.underDisability === 'minor' || party.underDisability === 'disability')
  );
}

function nameErrors(party: Typed): FieldErrors {
  const errors: FieldErrors = {};
  if (party.kind === 'person') {
    if (!party.lastName) errors.lastName = 'enterLastName';
    Object.assign(errors, firstNameErrors(party));
  }
  if (party.kind === 'organisation') {
    if (!party.organisationName) errors.organisationName = 'enterOrganisationName';
    if (!party.organisationKind) errors.organisationKind = 'chooseOrganisationKind';
  }
  return errors;
}

/** The Children's Lawyer and the Public Guardian and Trustee are offices, so they need no name. */
function guardianErrors(party: Typed): FieldErrors {
  const isUnnamed = party.guardianKind === 'person' && !party.guardianName;
  return isUnderDisability(party) && isUnnamed ? { guardianName: 'enterGuardianName' } : {};
}

/** A street may be known without its postal code. */
function knownAddressErrors(party: Typed): FieldErrors {
  const { postalCode, ...errors } = postalAddressErrors(party);
  return party.postalCode && postalCode ? { ...errors, postalCode } : errors;
}

function reachErrors(party: Typed): FieldErrors {
  return party.phone && !isPhone(party.phone, party.country || 'CA') ? { phone: 'checkPhone' } : {};
}
