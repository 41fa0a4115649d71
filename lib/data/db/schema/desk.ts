import { bigserial, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import { filings } from '@/lib/data/db/schema/filing';
import type { FilingTerms } from '@/lib/domain/filing/search-form';

/** A search of filings that a member of staff keeps under a name. Nobody else sees it. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    terms: jsonb('terms').$type<FilingTerms>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('saved_searches_name').on(t.userId, t.name)],
);

/** Which member of staff has taken a filing, or was given it. A filing without a row is free. */
export const assignments = pgTable(
  'assignments',
  {
    filingId: uuid('filing_id')
      .primaryKey()
      .references(() => filings.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    assignedAt: instant('assigned_at').notNull(),
  },
  (t) => [index('assignments_user').on(t.userId)],
);

/**
 * Which member of staff has taken a message about no filing, or a proposal. Work on a filing, and on messages about it, goes
 * with the filing.
 */
export const workAssignments = pgTable(
  'work_assignments',
  {
    kind: text('kind').$type<'mail' | 'approval'>().notNull(),
    /** The message's id or the proposal's. */
    subject: uuid('subject').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    assignedAt: instant('assigned_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.subject] }), index('work_assignments_user').on(t.userId)],
);

/** What staff note about a filing for each other. Rows are only ever added, and no filer sees them. */
export const filingNotes = pgTable(
  'filing_notes',
  {
    entry: bigserial('entry', { mode: 'number' }).primaryKey(),
    filingId: uuid('filing_id')
      .notNull()
      .references(() => filings.id),
    text: text('text').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => users.id),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [index('filing_notes_filing').on(t.filingId)],
);
