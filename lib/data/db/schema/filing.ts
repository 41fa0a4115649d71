import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { profiles, users } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { createdAt, id, instant, snapshot } from '@/lib/data/db/schema/columns';
import { courtFiles, courts } from '@/lib/data/db/schema/court';
import { storedClaim } from '@/lib/domain/claim/claim-v2';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { FiledKind, LaterStatement } from '@/lib/domain/claim/later/later';
import { contactV1 } from '@/lib/domain/contact/contact-v1';
import type { FilingState } from '@/lib/domain/filing/filing';
import type { HoldReason } from '@/lib/domain/filing/hold';
import type { HoldRemedy } from '@/lib/domain/filing/holds/asked';

/** One gapless sequence per year for the whole court. */
export const fileNumbers = pgTable('file_numbers', {
  year: integer('year').primaryKey(),
  last: integer('last').notNull(),
});

/**
 * The reasons for holds that registrars keep. A row's words never change, because filings name the row: new words are
 * another row under the same code, from another day on.
 */
export const holdReasons = pgTable(
  'hold_reasons',
  {
    id: id(),
    code: text('code').notNull(),
    /** The sentence for the filer. */
    wordsEn: text('words_en').notNull(),
    wordsFr: text('words_fr').notNull(),
    remedy: text('remedy').$type<HoldRemedy>().notNull(),
    activeFrom: date('active_from', { mode: 'string' }).notNull(),
    activeUntil: date('active_until', { mode: 'string' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('hold_reasons_version').on(t.code, t.activeFrom),
    check('hold_reasons_days', sql`${t.activeUntil} is null or ${t.activeUntil} >= ${t.activeFrom}`),
  ],
);

/** A submission. The row is its own queue: due_at, lease, attempts. */
export const filings = pgTable(
  'filings',
  {
    id: id(),
    reference: text('reference').notNull().unique(),
    draftId: uuid('draft_id')
      .notNull()
      .unique()
      .references(() => drafts.id),
    /** The key of the rendered form. Sending the same form again is the same submission. */
    submissionKey: uuid('submission_key').unique(),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    locale: text('locale').$type<'en' | 'fr'>().notNull(),
    state: text('state').$type<FilingState>().notNull().default('received'),
    courtId: text('court_id')
      .notNull()
      .references(() => courts.id),
    title: text('title').notNull(),
    /** By which the filer knows the claim, or ''. */
    ownNumber: text('own_number').notNull().default(''),
    claim: snapshot('claim', storedClaim).notNull(),
    contact: snapshot('contact', contactV1).notNull(),
    receivedAt: instant('received_at').notNull(),
    issueOn: date('issue_on', { mode: 'string' }).notNull(),
    fileNumber: text('file_number')
      .unique()
      .references(() => courtFiles.number),
    /** The court file into which a later document is filed; null for a claim, which opens its own. */
    filedIn: text('filed_in').references(() => courtFiles.number),
    laterKind: text('later_kind').$type<FiledKind>(),
    statement: jsonb('statement').$type<LaterStatement>(),
    /**
     * Bound together with the number. Anyone can check the issued document by the code; look-ups use its
     * hash.
     */
    verificationCode: text('verification_code').unique(),
    verificationHash: text('verification_hash').unique(),
    decidedAt: instant('decided_at'),
    issuedAt: instant('issued_at'),
    dueAt: instant('due_at').notNull(),
    leaseUntil: instant('lease_until'),
    leaseToken: uuid('lease_token'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    /** Why it was put on hold, as a word of lib/domain/filing/hold.ts, and for which document. */
    holdReason: text('hold_reason').$type<HoldReason>(),
    heldDocument: uuid('held_document'),
    /** Further documents of which the filer is asked for another copy. */
    furtherHeld: uuid('further_held').array().notNull().default(sql`'{}'`),
    /** The reason of the catalogue, where staff put it on hold for one. */
    keptReasonId: uuid('kept_reason_id').references(() => holdReasons.id),
    heldAt: instant('held_at'),
    withdrawnAt: instant('withdrawn_at'),
    /** All texts by which staff can find it, folded (lib/domain/filing/search.ts). */
    search: text('search').notNull().default(''),
    /** SEARCH_VERSION when it was folded. */
    searchVersion: smallint('search_version').notNull().default(1),
  },
  (t) => [
    index('filings_profile').on(t.profileId, t.receivedAt, t.id),
    index('filings_received').on(t.receivedAt, t.reference),
    index('filings_state').on(t.state, t.receivedAt, t.reference),
    index('filings_issue_on').on(t.issueOn),
    // For staff's searches: by the date of issue, by office, and by the filer's e-mail address.
    index('filings_issued_on').on(t.issueOn, t.receivedAt, t.reference).where(sql`issued_at is not null`),
    index('filings_court').on(t.courtId, t.receivedAt, t.reference),
    index('filings_email').on(sql`lower(contact ->> 'email')`),
    index('filings_issued').on(t.issuedAt, t.receivedAt, t.issueOn).where(sql`issued_at is not null`),
    index('filings_due').on(t.dueAt, t.receivedAt).where(sql`state = 'received'`),
    index('filings_number').on(t.fileNumber.op('text_pattern_ops')),
    index('filings_filed_in').on(t.filedIn.op('text_pattern_ops')),
    // No release takes a later document for a claim: it can be given no number of its own.
    check(
      'filings_later',
      sql`(${t.filedIn} is null) = (${t.laterKind} is null) and num_nonnulls(${t.filedIn}, ${t.fileNumber}) < 2`,
    ),
    index('filings_search_version').on(t.searchVersion),
    index('filings_search').using('gin', t.search.op('gin_trgm_ops')),
  ],
);

/** The statement to the filer at the instant of receipt, kept unchanged. */
export const receipts = pgTable('receipts', {
  filingId: uuid('filing_id')
    .primaryKey()
    .references(() => filings.id),
  receivedAt: instant('received_at').notNull(),
  issueOn: date('issue_on', { mode: 'string' }).notNull(),
  documents: jsonb('documents')
    .$type<{ kind: DocumentKind; name: string; size: number; pages: number; sha256: string }[]>()
    .notNull(),
});
