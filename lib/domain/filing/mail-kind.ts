/** Every kind of e-mail that the court sends; messages `adminEmails.kinds.*`. */
export type MailKind =
  | 'claim-received'
  | 'claim-issued'
  | 'claim-delayed'
  | 'claim-held'
  | 'claim-redated'
  | 'claim-withdrawn'
  | 'substitute-decided'
  | 'draft-expiring'
  | 'staff-held'
  | 'staff-alert'
  | 'one-key-ids'
  | 'password-link'
  | 'password-changed'
  | 'confirm-email'
  | 'recovery-info-changed'
  | 'account-changed'
  | 'account-closed';
