import { z } from 'zod';
import type { Claim, PartyAnswers } from '@/lib/domain/claim/claim';
import type { Party, PartyRole } from '@/lib/domain/claim/party';
import { splitFirstName } from '@/lib/domain/contact/person-name';

/**
 * The form in which a filing keeps its claim, version 1. It is a legal record: this shape never changes, even
 * if the form does. A form that asks for more, or words the same differently, gets its own version beside
 * this one.
 */

const partyV1 = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
  organisationName: z.string(),
  organisationKind: z.enum([
    '',
    'corporation',
    'partnership',
    'soleProprietorship',
    'government',
    'estate',
    'other',
  ]),
  alsoKnownAs: z.string(),
  underDisability: z.enum(['no', 'minor', 'disability']),
  guardianKind: z.enum(['person', 'childrensLawyer', 'publicGuardian']),
  guardianName: z.string(),
  addressUnknown: z.enum(['', 'on']),
  address: z.string(),
  city: z.string(),
  country: z.string(),
  province: z.string(),
  postalCode: z.string(),
  phone: z.string(),
  email: z.string(),
  representation: z.enum(['self', 'lawyer', 'unknown']),
  lawyerName: z.string(),
  lawyerFirm: z.string(),
  lawyerEmail: z.string(),
  lawyerPhone: z.string(),
  lawyerNumber: z.string(),
});

export const claimV1 = z.strictObject({
  version: z.literal(1),
  documentType: z.enum(['form-14a', 'form-14b', 'form-14c']),
  /** The id of the court office. */
  court: z.string(),
  nature: z.enum([
    'bankruptcy',
    'debt',
    'constitutional',
    'construction',
    'constructionLien',
    'contract',
    'corporate',
    'defamation',
    'employment',
    'intellectualProperty',
    'judicialReview',
    'medicalMalpractice',
    'motorVehicle',
    'municipal',
    'partnership',
    'personalPropertySecurity',
    'productLiability',
    'professionalMalpractice',
    'realProperty',
    'mortgage',
    'economicInjury',
    'personalInjury',
    'trusts',
    'estates',
  ]),
  procedure: z.enum(['ordinary', 'simplified']),
  classProceeding: z.enum(['yes', 'no']),
  language: z.enum(['english', 'french', 'bilingual']),
  plaintiffs: z.array(partyV1).min(1),
  defendants: z.array(partyV1).min(1),
});

export type ClaimV1 = z.output<typeof claimV1>;

/** A party as filed: that a person has no first name shows by the empty one. */
const filedParty = ({ noFirstName: _, ...party }: Party) => party;

/** The claim in the form for a filing, which keeps the filer's own number elsewhere. @throws if the form has moved on from this version */
export function claimToFile({ plaintiffs, defendants, ownNumber: _, ...claim }: Claim): ClaimV1 {
  const parties = { plaintiffs: plaintiffs.map(filedParty), defendants: defendants.map(filedParty) };
  return claimV1.parse({ version: 1, ...claim, ...parties });
}

/** The entries by which each party of a filed claim would be made again, the plaintiffs first. */
export function partiesOfClaim({
  plaintiffs,
  defendants,
}: Pick<ClaimV1, 'plaintiffs' | 'defendants'>): Omit<PartyAnswers, 'id'>[] {
  const as = (role: PartyRole) => (party: ClaimV1['plaintiffs'][number]) => ({
    ...splitFirstName(party),
    role,
  });
  return [...plaintiffs.map(as('plaintiff')), ...defendants.map(as('defendant'))];
}
