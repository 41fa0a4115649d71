import { bigserial, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '@/lib/data/db/schema/columns';
import type { Actor, Role } from '@/lib/domain/access/access';
import type { RecordedAction } from '@/lib/domain/access/audit';

/** Who did what, when, to what, and with which result. Rows are only ever added. */
export const audit = pgTable(
  'audit',
  {
    entry: bigserial('entry', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    /** The role if the actor is a person, else the kind of actor. */
    actor: text('actor').$type<Role | Exclude<Actor['kind'], 'user'>>().notNull(),
    userId: uuid('user_id'),
    ip: text('ip'),
    /** The request that led to the act, as in the log; null for the system's own acts. */
    requestId: text('request_id'),
    action: text('action').$type<RecordedAction>().notNull(),
    subject: text('subject').notNull(),
    outcome: text('outcome').$type<'done' | 'refused'>().notNull().default('done'),
    details: jsonb('details').$type<Record<string, string | number>>(),
  },
  (t) => [
    index('audit_subject').on(t.subject, t.at),
    index('audit_user').on(t.userId, t.at),
    index('audit_at').on(t.at),
  ],
);
