/**
 * What a claim can mainly be about, in the order of Form 14F (Information for court use); messages `nature.*`.
 * The portal asks it because r. 14.03(4.1) spares its users the form.
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
export type Nature = (typeof NATURES)[number];
