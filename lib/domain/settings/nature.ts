/**
 * The main subjects of a claim that the code knows, in the order of Form 14F (Information for court use); messages `nature.*`.
 * The portal asks for it because r. 14.03(4.1) exempts its users from the form.
 */
export const NATURES = [
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
] as const;
export type KnownNature = (typeof NATURES)[number];

/** Whether the code knows a nature of this id; staff may have added others. */
export const isKnownNature = (id: string): id is KnownNature => NATURES.some((known) => known === id);
