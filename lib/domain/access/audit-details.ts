/**
 * What lines of the audit log tell beside who did what: the names of it, and the codes that stand for its values. Both have
 * words in `adminAudit`. What people wrote themselves, such as a reason, stands as they wrote it.
 */

/** Messages `adminAudit.details.*`. */
export const AUDIT_DETAILS = [
  ...(['before', 'after', 'from', 'to', 'reason', 'until', 'page', 'group', 'action', 'outcome'] as const),
  ...(['person', 'why', 'report', 'version', 'locale', 'filings', 'first', 'last', 'issueOn'] as const),
  ...(['fileNumber', 'kind', 'by', 'error', 'attempt', 'sha256', 'restriction', 'orderedOn'] as const),
  ...(['stopped', 'words', 'document', 'basis', 'basisOn', 'judge', 'activeFrom', 'code'] as const),
  ...(['lostSteps', 'recovery', 'begunBy', 'proposal', 'proposedBy', 'started', 'ended', 'what'] as const),
  ...(['secrets', 'since', 'receivedAt', 'account', 'effectiveOn', 'ground', 'correction'] as const),
  ...(['corrects', 'state', 'court', 'status', 'sort'] as const),
] as const;
export type AuditDetail = (typeof AUDIT_DETAILS)[number];

/** Codes of values that have no words elsewhere. Messages `adminAudit.values.*`. */
export const AUDIT_VALUES = [
  ...(['yes', 'no', 'nobody', 'none', 'nothing', 'lasts', 'open', 'closed', 'unrestricted'] as const),
  ...(['no notice', 'as before the first version', 'by e-mail', 'proposer'] as const),
  ...(['code', 'recovery-code', 'passkey', 'en', 'fr', 'failed', 'mail', 'approval'] as const),
  ...(['bounced', 'complained', 'ownAccount', 'sentFromElsewhere'] as const),
  // Why access was refused: what was asked for.
  ...(['filing', 'filings', 'document', 'documents', 'draft', 'user', 'users', 'substitute'] as const),
  ...(['saved party', 'proposals', 'session', 'profile', 'paper', 'outage', 'upload', 'message'] as const),
  ...(['mended copy', 'issued claim', 'copy e-mail', 'work', 'saved search', 'authenticator'] as const),
  ...(['issuing', 'court file', 'closure', 'calendar', 'audit log', 'submission', 'staff'] as const),
  ...(['setting', 'restrictions', 'register', 'recoveries', 'receipt', 'reasons', 'notes'] as const),
  ...(['later document', 'kind of document', 'invitation', 'proposal', 'reason', 'page'] as const),
  ...(['court', 'correction'] as const),
] as const;
