import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { profiles, users } from '@/lib/data/db/schema/account';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import type { DraftAnswers, Step } from '@/lib/domain/claim/claim';

/** Entries as they were typed, step by step, valid or not: a draft loses nothing. */
export const drafts = pgTable(
  'drafts',
  {
    id: id(),
    reference: text('reference').notNull().unique(),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    answers: jsonb('answers').$type<DraftAnswers>().notNull(),
    step: text('step').$type<Step>().notNull().default('type'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('drafts_profile').on(t.profileId, t.updatedAt)],
);
