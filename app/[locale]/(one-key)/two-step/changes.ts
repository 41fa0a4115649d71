/** The changes that the page reports as done; messages `twoStep.changed`. */
export const changes = [
  'authenticator',
  'authenticator-removed',
  'passkey',
  'passkey-removed',
  'codes',
] as const;
export type Change = (typeof changes)[number];
