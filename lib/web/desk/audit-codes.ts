import { roles } from '@/lib/domain/access/access';
import { AUDIT_ACTIONS, AUDIT_GROUPS } from '@/lib/domain/access/audit';
import { AUDIT_VALUES } from '@/lib/domain/access/audit-details';
import { acts, type ProposalKind, WITHDRAWAL_BASES } from '@/lib/domain/approval/proposal';
import { CORRECTION_GROUNDS } from '@/lib/domain/claim/later/correction';
import { LATER_KINDS } from '@/lib/domain/claim/later/later';
import { BEFORE_OPENING } from '@/lib/domain/court/calendar';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { HOLD_REASONS } from '@/lib/domain/filing/hold';
import { RESTRICTIONS } from '@/lib/domain/filing/restriction';
import { SUBSTITUTE_KINDS } from '@/lib/domain/filing/substitute';
import { catalogues } from '@/lib/messages/catalogue';
import type { Locale } from '@/lib/web/routes/paths';

const PROPOSAL_KINDS = Object.keys(acts) as ProposalKind[];

/** The words for these codes. A code without words does not compile. */
function wordsFor<Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) {
  return codes.map((code): [string, string] => [code, words[code]]);
}

/** The words for every code that the service writes into the details of its audit log, in a language. */
function codesIn(locale: Locale): ReadonlyMap<string, string> {
  const messages = catalogues[locale];
  const { adminAudit: audit, adminCalendar: calendar } = messages;
  return new Map([
    ...wordsFor(AUDIT_VALUES, audit.values),
    // As those who carry e-mail name them. A key of messages has no full stop.
    ['email.bounced', audit.values.bounced],
    ['email.complained', audit.values.complained],
    ...wordsFor(CORRECTION_GROUNDS, messages.correction.grounds),
    ...wordsFor(WITHDRAWAL_BASES, audit.bases),
    ...wordsFor(['done', 'refused'], audit.outcomes),
    ...wordsFor(AUDIT_ACTIONS, audit.actions),
    ...wordsFor(AUDIT_GROUPS, audit.groups),
    ...wordsFor(PROPOSAL_KINDS, messages.approvals.kinds),
    ...wordsFor(LATER_KINDS, messages.documentKind),
    ...wordsFor(BEFORE_OPENING, calendar),
    ...wordsFor(RESTRICTIONS, messages.restriction.names),
    ...wordsFor(SUBSTITUTE_KINDS, messages.hold.kinds),
    ...wordsFor(roles, messages.role),
    ...wordsFor(HOLD_REASONS, messages.holdName),
    ...wordsFor(FILING_STATES, messages.filingState),
  ]);
}

const known = { en: codesIn('en'), fr: codesIn('fr') };

/** @returns words by code */
export const auditCodes = (locale: Locale): ReadonlyMap<string, string> => known[locale];
