import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { profiles, users } from '@/lib/data/db/schema/account';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import { courtFiles } from '@/lib/data/db/schema/court';
import type { DraftAnswers, PartyAnswers, Step } from '@/lib/domain/claim/claim';
import type { Paper } from '@/lib/domain/claim/draft/paper';
import type { SavedParts } from '@/lib/domain/claim/draft/saved-part';
import type { LaterKind } from '@/lib/domain/claim/later/later';
import type { PartyRole } from '@/lib/domain/claim/party';

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
    /** Counts the saves of answers; what each part was last saved with. */
    version: integer('version').notNull().default(0),
    savedParts: jsonb('saved_parts').$type<SavedParts>().notNull().default({}),
    /** Set in the draft of a later document: the court file, and what is filed into it. */
    filedIn: text('filed_in').references(() => courtFiles.number),
    /** Set in the draft of a claim that was handed in on paper, which a clerk enters. */
    paper: jsonb('paper').$type<Paper>(),
    laterKind: text('later_kind').$type<LaterKind>(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
    deletedAt: instant('deleted_at'),
    /** When the filer was told that the draft ends; it counts while it is later than the last save. */
    expiryToldAt: instant('expiry_told_at'),
  },
  (t) => [
    index('drafts_profile').on(t.profileId, t.updatedAt),
    index('drafts_unfinished').on(t.updatedAt).where(sql`submitted_at is null and deleted_at is null`),
  ],
);

/** A party of a submitted claim, offered for the next one until the person deletes it. */
export const savedParties = pgTable(
  'saved_parties',
  {
    id: id(),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id),
    role: text('role').$type<PartyRole>().notNull(),
    /** The name as names are compared: each party is saved once a side. */
    nameKey: text('name_key').notNull(),
    party: jsonb('party').$type<SavedParty>().notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [uniqueIndex('saved_parties_name').on(t.profileId, t.role, t.nameKey)],
);

export type SavedParty = Omit<PartyAnswers, 'id'>;
