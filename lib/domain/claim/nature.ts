/**
 * The main subjects of a claim, in the order of Form 14F (Information for court use); messages `nature.*`.
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
