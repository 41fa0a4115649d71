import { z } from 'zod';
import { isReference } from '@/lib/domain/reference';
import { optional } from '@/lib/domain/text';

/** What the audit log's lines tell of, grouped as administrators search them. */
export const AUDIT_ACTIONS = {
  'sign-in': [
    'sign in',
    'sign out',
    'confirm password',
    'confirm identity',
    'end session',
    'end other sessions',
  ],
  'second step': [
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
    'change password',
    'change recovery e-mail',
    'change security questions',
  ],
  account: [
    'register account',
    'accept terms',
    'save contact information',
    'confirm e-mail address',
    'send e-mail confirmation again',
    'export account',
    'close account',
  ],
  claim: [
    'start draft',
    'delete draft',
    'remove document',
    'submit filing',
    'issue filing',
    'hold filing',
    'release filing',
    'retry filing',
    'redate filing',
    'withdraw filing',
    'offer repair',
    'approve repair',
    'refuse repair',
    'replace document',
  ],
  'e-mail': ['send mail again', 'retry mail', 'resume mail', 'mail bounced'],
  view: [
    'view filing',
    'view receipt',
    'view document',
    'view copy',
    'view e-mail',
    'view user',
    'read audit log',
  ],
  refusal: ['open page', 'open file', 'open staff page', 'send form'],
  administration: [
    'set role',
    'lock user',
    'unlock user',
    'end sessions of user',
    'set legal hold',
    'lift legal hold',
    'save court',
    'add closure',
    'remove closure',
    'set opening rule',
  ],
} as const satisfies Record<string, readonly string[]>;

export type AuditGroup = keyof typeof AUDIT_ACTIONS;
export const AUDIT_GROUPS = Object.keys(AUDIT_ACTIONS) as [AuditGroup, ...AuditGroup[]];

const isDay = (typed: string) => z.iso.date().safeParse(typed).success;

/** A search of the audit log as it is typed: all may be left out. */
export const auditSearchForm = z.object({
  reference: optional(40)
    .overwrite((typed) => typed.toUpperCase())
    .refine((typed) => !typed || isReference(typed), 'auditReference'),
  group: z.enum(AUDIT_GROUPS).optional().catch(undefined),
  oneKeyId: optional(),
  from: optional().refine((typed) => !typed || isDay(typed), 'enterDate'),
  until: optional().refine((typed) => !typed || isDay(typed), 'enterDate'),
  page: z.coerce.number().int().catch(1),
});
