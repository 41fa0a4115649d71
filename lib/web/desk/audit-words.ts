import { createTranslator } from 'next-intl';
import type { AuditLine } from '@/lib/data/audit/audit-search';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS, detailsInOrder } from '@/lib/domain/access/audit';
import { AUDIT_DETAILS } from '@/lib/domain/access/audit-details';
import { CORRECTION_GROUNDS } from '@/lib/domain/claim/later/correction';
import { formatShortInstant } from '@/lib/domain/court/dates';
import { isOneOf } from '@/lib/domain/text';
import { catalogues } from '@/lib/messages/catalogue';
import { auditCodes } from '@/lib/web/desk/audit-codes';
import type { Locale } from '@/lib/web/routes/paths';

/** `2026-12-01` at the end of a setting in short, as former lines have it. */
const fromDay = /^(.*) from (\d{4}-\d\d-\d\d)$/;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

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
  const ground = createTranslator({ locale, messages, namespace: 'correction.grounds' });
  const codes = auditCodes(locale);
  /** A code, a code with what belongs to it after a comma, or what somebody wrote. */
  const wordsOf = remembered((value) => {
    const known = codes.get(value);
    if (known !== undefined) return known;
    const [, setting, day] = fromDay.exec(value) ?? [];
    if (setting !== undefined && day) return t('fromDay', { value: codes.get(setting) ?? setting, day });
    const [code = '', rest, ...more] = value.split(', ');
    const first = codes.get(code);
    return first !== undefined && rest && more.length === 0 ? `${first}, ${rest}` : value;
  });
  const toldValue = (name: string, value: string) =>
    name === 'ground' && isOneOf(CORRECTION_GROUNDS, value) ? ground(value) : wordsOf(value);
  /** For those who read a page: an instant by the court's clock. */
  const shownValue = (name: string, value: string) =>
    instant.test(value) ? formatShortInstant(new Date(value), locale) : toldValue(name, value);
  const nameOf = remembered((name) => (isOneOf(AUDIT_DETAILS, name) ? t(`details.${name}`) : name));
  return {
    action: remembered((name) => (isOneOf(AUDIT_ACTIONS, name) ? t(`actions.${name}`) : name)),
    actor: remembered((actor) => history(`actors.${actor as AuditLine['actor']}`)),
    subject: (line: AuditLine) =>
      isOneOf(AUDIT_SUBJECTS, line.subject) ? t(`subjects.${line.subject}`) : line.subject,
    outcome: remembered((outcome) => t(`outcomes.${outcome as AuditLine['outcome']}`)),
    /** The name of a detail, and the words for its value. What only a later version knows stays raw. */
    name: nameOf,
    value: toldValue,
    /** The details, each in one line. */
    details: ({ details }: Pick<AuditLine, 'details'>): string[] =>
      detailsInOrder(details)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => t('detail', { name: nameOf(name), value: shownValue(name, value) })),
    t,
  };
}
