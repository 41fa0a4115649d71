import { createTranslator } from 'next-intl';
import type { AuditLine } from '@/lib/data/audit/audit-search';
import { roles } from '@/lib/domain/access/access';
import { AUDIT_ACTIONS, AUDIT_GROUPS, AUDIT_SUBJECTS, detailsInOrder } from '@/lib/domain/access/audit';
import { WITHDRAWAL_BASES } from '@/lib/domain/approval/proposal';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { HOLD_REASONS } from '@/lib/domain/filing/hold';
import { isOneOf } from '@/lib/domain/text';
import { catalogues, en } from '@/lib/messages/catalogue';
import type { Locale } from '@/lib/web/routes/paths';

type DetailName = keyof typeof en.adminAudit.details;
const DETAIL_NAMES = Object.keys(en.adminAudit.details) as DetailName[];

/** Gives the same answer for the same text without working it out again: an export asks a million times. */
function remembered(words: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const told = words(text);
    if (known.size < 1_000) known.set(text, told);
    return told;
  };
}

/** The lines of the audit log in a language, for its page and for its file. */
export function auditWords(locale: Locale) {
  const messages = catalogues[locale];
  const t = createTranslator({ locale, messages, namespace: 'adminAudit' });
  const history = createTranslator({ locale, messages, namespace: 'filingHistory' });
  const role = createTranslator({ locale, messages, namespace: 'role' });
  const hold = createTranslator({ locale, messages, namespace: 'holdName' });
  const state = createTranslator({ locale, messages, namespace: 'filingState' });
  const ofFiling = (value: string): string | undefined => {
    if (isOneOf(HOLD_REASONS, value)) return hold(value);
    if (isOneOf(FILING_STATES, value)) return state(value);
    return isOneOf(WITHDRAWAL_BASES, value) ? t(`bases.${value}`) : undefined;
  };
  const wordsOf = remembered((value) => {
    const told = ofFiling(value);
    if (told !== undefined) return told;
    if (value === 'nobody') return t('nobody');
    if (isOneOf(roles, value)) return role(value);
    if (isOneOf(AUDIT_GROUPS, value)) return t(`groups.${value}`);
    if (isOneOf(AUDIT_ACTIONS, value)) return t(`actions.${value}`);
    return isOneOf(['done', 'refused'] as const, value) ? t(`outcomes.${value}`) : value;
  });
  const nameOf = remembered((name) => (isOneOf(DETAIL_NAMES, name) ? t(`details.${name}`) : name));
  return {
    action: remembered((name) => (isOneOf(AUDIT_ACTIONS, name) ? t(`actions.${name}`) : name)),
    actor: remembered((actor) => history(`actors.${actor as AuditLine['actor']}`)),
    subject: (line: AuditLine) =>
      isOneOf(AUDIT_SUBJECTS, line.subject) ? t(`subjects.${line.subject}`) : line.subject,
    outcome: remembered((outcome) => t(`outcomes.${outcome as AuditLine['outcome']}`)),
    /** The name of a detail, and the words for its value. What only a later version knows stays raw. */
    name: nameOf,
    value: wordsOf,
    /** The details, each in one line. */
    details: ({ details }: Pick<AuditLine, 'details'>): string[] =>
      detailsInOrder(details).map(([name, value]) =>
        t('detail', { name: nameOf(name), value: wordsOf(value) }),
      ),
    t,
  };
}
