import { z } from 'zod';
import { isReference } from '@/lib/domain/access/reference';
import { errorKey, optional, optionalDay } from '@/lib/domain/text';

/** The actions in the audit log's lines, grouped for administrators' searches. */
const ACTIONS = {
  'sign-in': [
    'sign in',
    'sign out',
    'confirm password',
    'confirm identity',
    'end session',
    'end other sessions',
  ],
  'second step': [
    'give second step',
    'set up authenticator',
    'remove authenticator',
    'add passkey',
    'remove passkey',
    'make recovery codes',
  ],
  recovery: [
    'begin password recovery',
    'answer security questions',
    'recover ONE-key ID',
    'begin in-person recovery',
    'confirm in-person recovery',
    'end in-person recovery',
    'use in-person code',
    'change password',
    'change recovery e-mail',
    'take back e-mail change',
    'change security questions',
  ],
  account: [
    'register account',
    'accept terms',
    'save contact information',
    'add e-mail for copies',
    'remove e-mail for copies',
    'confirm e-mail address',
    'send e-mail confirmation again',
    'export account',
    'close account',
  ],
  claim: [
    'start draft',
    'enter paper filing',
    'delete draft',
    'restore draft',
    'expire draft',
    'remove document',
    'mend document',
    'use mended copy',
    'use original document',
    'submit filing',
    'issue filing',
    'start later document',
    'file later document',
    'hold filing',
    'change hold',
    'release filing',
    'retry filing',
    'assign filing',
    'note on filing',
    'redate filing',
    'withdraw filing',
    'upload correction',
    'discard correction',
    'correct filing',
    'file correction',
    'restrict file',
    'lift restriction',
    'offer substitute',
    'approve substitute',
    'refuse substitute',
    'replace document',
  ],
  approval: ['propose change', 'approve proposal', 'refuse proposal', 'take back proposal', 'lapse proposal'],
  'e-mail': [
    'send mail again',
    'retry mail',
    'suppress mail',
    'change mail address',
    'resume mail',
    'mail bounced',
  ],
  view: [
    'view filing',
    'view receipt',
    'view document',
    'view copy',
    'view e-mail',
    'view user',
    'read audit log',
    'export audit log',
    'export filings',
  ],
  refusal: ['open page', 'open file', 'open staff page', 'send form'],
  administration: [
    'set role',
    'lock user',
    'unlock user',
    'lock unused account',
    'end sessions of user',
    'end session of user',
    'set legal hold',
    'lift legal hold',
    'save court',
    'add closure',
    'remove closure',
    'set opening rule',
    'keep hold reason',
    'end hold reason',
    'change setting',
    'declare outage',
    'end outage',
    'retract outage',
    'stop issuing',
    'resume issuing',
    'fence register',
    'assign work',
    'reset second steps',
    'offer administration',
    'accept secrets',
  ],
} as const satisfies Record<string, readonly string[]>;

export type AuditGroup = keyof typeof ACTIONS;
export type AuditAction = (typeof ACTIONS)[AuditGroup][number];
export const AUDIT_GROUPS = Object.keys(ACTIONS) as [AuditGroup, ...AuditGroup[]];
export const AUDIT_ACTIONS: readonly AuditAction[] = Object.values(ACTIONS).flat();

/** The present actions of a group. */
export const actionsOf = (group: AuditGroup): readonly AuditAction[] => ACTIONS[group];

/** What does something to a filing, and does not only look at it: its line of time. */
export const FILING_ACTS: readonly AuditAction[] = [
  'submit filing',
  'issue filing',
  'file later document',
  'retry filing',
  'hold filing',
  'change hold',
  'release filing',
  'withdraw filing',
  'redate filing',
  'assign filing',
  'note on filing',
  'upload correction',
  'discard correction',
  'correct filing',
  'file correction',
  'restrict file',
  'lift restriction',
  'offer substitute',
  'replace document',
  'approve substitute',
  'refuse substitute',
  'propose change',
  'approve proposal',
  'refuse proposal',
  'take back proposal',
  'lapse proposal',
  'mail bounced',
  'send mail again',
];

/** The possible subjects of a line other than a reference or an id. */
export const AUDIT_SUBJECTS = [
  'unknown',
  'audit log',
  'filings',
  'mail',
  'justice',
  'one-key',
  'register',
  'administration',
  'opening rule',
  'issuing',
] as const;

/**
 * Former names, which older lines keep because the log is only added to. A copy offered to replace a document
 * was called a repair, which did not fit a replacement. A code was once given in person by one administrator alone.
 */
const FORMER_ACTIONS = {
  'offer repair': 'offer substitute',
  'give in-person code': 'confirm in-person recovery',
  'approve repair': 'approve substitute',
  'refuse repair': 'refuse substitute',
} as const satisfies Record<string, AuditAction>;
type FormerAction = keyof typeof FORMER_ACTIONS;
const FORMER_NAMES = Object.keys(FORMER_ACTIONS) as FormerAction[];

/** An action under the name that its line in the log has. */
export type RecordedAction = AuditAction | FormerAction;

const isFormer = (name: RecordedAction): name is FormerAction => name in FORMER_ACTIONS;

/** The present name of an action. */
export function presentAction(recorded: RecordedAction): AuditAction {
  return isFormer(recorded) ? FORMER_ACTIONS[recorded] : recorded;
}

/** Every name under which the log has lines of a group. */
export function recordedActions(group: AuditGroup): RecordedAction[] {
  const present: readonly AuditAction[] = ACTIONS[group];
  return [...present, ...FORMER_NAMES.filter((name) => present.includes(FORMER_ACTIONS[name]))];
}

/** Every name under which the log has lines of an action. */
export function namesOfAction(action: AuditAction): RecordedAction[] {
  return [action, ...FORMER_NAMES.filter((name) => FORMER_ACTIONS[name] === action)];
}

/**
 * What the details of a line say, in the order in which they are read: the value before the act, that after it, the
 * reason that was given, and the rest under the names that it was stored with. A search's first day is no value before.
 */
export function detailsInOrder(
  details: Record<string, string | number> | null,
): [name: string, value: string][] {
  const { from, to, before = from, after = to, reason, ...rest } = details ?? {};
  const isChange = to !== undefined || (details !== null && ('before' in details || 'after' in details));
  const told: [string, string | number | undefined][] = [
    ['before', isChange ? before : undefined],
    ['after', isChange ? after : undefined],
    ['reason', reason],
    ['from', isChange ? undefined : from],
    ...Object.entries(rest),
  ];
  return told.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}

/** A search of the audit log as typed. Every field may be left out. */
export const auditSearchForm = z.object({
  reference: optional(40)
    .overwrite((typed) => typed.toUpperCase())
    .refine((typed) => !typed || isReference(typed), errorKey('auditReference')),
  group: z.enum(AUDIT_GROUPS).optional().catch(undefined),
  action: z.enum(AUDIT_ACTIONS).optional().catch(undefined),
  outcome: z.enum(['done', 'refused']).optional().catch(undefined),
  oneKeyId: optional(),
  from: optionalDay(),
  until: optionalDay(),
  page: z.coerce.number().int().catch(1),
  sort: z.string().optional(),
});
