import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '@/lib/data/db/schema/columns';
import { courts } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { Corrects, Gap, RegisterKind } from '@/lib/domain/register/register';

/**
 * The court's register. Rows are only ever added, and each covers the row before
 * (lib/domain/register/register.ts). A gap is of no filing: it has `gap` and lacks filing, court and date.
 */
export const register = pgTable(
  'register',
  {
    /** Without gaps, from 1. */
    entry: bigint('entry', { mode: 'number' }).primaryKey(),
    kind: text('kind').$type<RegisterKind>().notNull(),
    filingId: uuid('filing_id').references(() => filings.id),
    reference: text('reference'),
    /** Null for a filing that was given another date before it had its number. */
    fileNumber: text('file_number'),
    courtId: text('court_id').references(() => courts.id),
    /** The date that the claim bears. */
    issuedOn: date('issued_on', { mode: 'string' }),
    /** By the court's clock, and that instant's day in Toronto. */
    recordedAt: instant('recorded_at').notNull(),
    recordedOn: date('recorded_on', { mode: 'string' }).notNull(),
    documents: jsonb('documents').$type<{ kind: DocumentKind; sha256: string }[]>().notNull(),
    /** Of an amended or corrected version alone. */
    corrects: jsonb('corrects').$type<Corrects>(),
    gap: jsonb('gap').$type<Gap>(),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('register_documents').using('gin', t.documents.op('jsonb_path_ops')),
    index('register_day').on(t.recordedOn, t.entry),
    index('register_filing').on(t.filingId),
    uniqueIndex('register_issued').on(t.filingId).where(sql`kind = 'issued'`),
    uniqueIndex('register_filed_once').on(t.filingId).where(sql`kind = 'filed'`),
    uniqueIndex('register_corrected_once').on(t.filingId).where(sql`kind in ('amended', 'corrected')`),
    index('register_gaps').on(t.entry).where(sql`kind = 'gap'`),
    check('register_gap', sql`(${t.kind} = 'gap') = (${t.gap} is not null)`),
    check(
      'register_filed',
      sql`${t.kind} = 'gap' or num_nulls(${t.filingId}, ${t.reference}, ${t.courtId}, ${t.issuedOn}) = 0`,
    ),
    uniqueIndex('register_number').on(t.fileNumber).where(sql`kind in ('issued', 'void')`),
  ],
);

/** The newest entry of the register, a single row. A transaction that adds an entry locks it. */
export const registerHead = pgTable('register_head', {
  id: integer('id').primaryKey().default(1),
  entry: bigint('entry', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
});

/**
 * The root of each finished day of the register, stored once, with the first entry of a later day, for ever.
 */
export const registerDays = pgTable('register_days', {
  /** In Toronto. */
  day: date('day', { mode: 'string' }).primaryKey(),
  /** The last entry of the day. */
  entry: bigint('entry', { mode: 'number' }).notNull(),
  root: text('root').notNull(),
});
