import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { id, instant, snapshot } from '@/lib/data/db/schema/columns';
import { changeV1, type ProposalKind, type ProposalState } from '@/lib/domain/approval/proposal';

/** Changes that a second person has to approve, and what became of them. */
export const proposals = pgTable(
  'proposals',
  {
    id: id(),
    kind: text('kind').$type<ProposalKind>().notNull(),
    subject: text('subject').notNull(),
    change: snapshot('change', changeV1).notNull(),
    reason: text('reason').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: instant('proposed_at').notNull(),
    /** When the service carries it out by itself; null where that takes a second person. */
    dueAt: instant('due_at'),
    state: text('state').$type<ProposalState>().notNull().default('proposed'),
    /** Null once the service itself decided. */
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason').notNull().default(''),
  },
  (t) => [
    // Nothing waits twice.
    uniqueIndex('proposals_waiting').on(t.kind, t.subject).where(sql`state = 'proposed'`),
    index('proposals_decided').on(t.decidedAt),
    check('proposals_decided_once', sql`(${t.state} = 'proposed') = (${t.decidedAt} is null)`),
    check('proposals_reason', sql`${t.reason} <> ''`),
    check(
      'proposals_second_person',
      sql`case ${t.state}
        when 'approved' then case when ${t.decidedBy} is null
          then ${t.dueAt} is not null and ${t.decidedAt} >= ${t.dueAt} else ${t.decidedBy} <> ${t.proposedBy} end
        when 'refused' then ${t.decidedBy} is not null and ${t.decidedBy} <> ${t.proposedBy}
        when 'taken-back' then ${t.decidedBy} is not null and ${t.decidedBy} = ${t.proposedBy}
        else ${t.decidedBy} is null end`,
    ),
  ],
);
