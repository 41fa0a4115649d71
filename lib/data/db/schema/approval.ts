import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { createdAt, id, instant, snapshot } from '@/lib/data/db/schema/columns';
import { changeV1, type ProposalKind, type ProposalState } from '@/lib/domain/approval/proposal';
import { type SettingKind, settingV1 } from '@/lib/domain/settings/setting';

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

/** Versions of what staff set. Rows never change: a later version holds instead. */
export const settings = pgTable(
  'settings',
  {
    id: id(),
    kind: text('kind').$type<SettingKind>().notNull(),
    /** The id of the office, nature or name that it is of; '' where there is one of a kind. */
    subject: text('subject').notNull().default(''),
    /** The first day on which it holds, in Toronto. */
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    setting: snapshot('setting', settingV1).notNull(),
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => proposals.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('settings_kind').on(t.kind, t.effectiveOn, t.createdAt),
    // The day names the version that a person accepts.
    uniqueIndex('settings_terms').on(t.effectiveOn).where(sql`kind = 'terms'`),
  ],
);
