/** Every kind of e-mail that the court sends; messages `adminEmails.kinds.*`. */
export const MAIL_KINDS = [
  'claim-received',
  'claim-issued',
  'claim-delayed',
  'claim-held',
  'claim-redated',
  'claim-withdrawn',
  'document-received',
  'document-filed',
  'substitute-decided',
  'draft-expiring',
  'staff-held',
  'staff-alert',
  'one-key-ids',
  'password-link',
  'password-changed',
  'confirm-email',
  'recovery-info-changed',
  'account-changed',
  'account-closed',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** The reason of a message that was stopped because it goes to a corrected address, in the place of words that somebody gave. */
export const READDRESSED = 'readdressed';
