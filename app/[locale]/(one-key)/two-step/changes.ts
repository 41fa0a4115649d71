/** What may just have been changed; messages `twoStep.changed`. */
export const changes = [
  'authenticator',
  'authenticator-removed',
  'passkey',
  'passkey-removed',
  'codes',
] as const;
export type Change = (typeof changes)[number];
