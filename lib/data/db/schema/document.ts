import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import { filings } from '@/lib/data/db/schema/filing';
import type { DocumentKind, RefusalCode } from '@/lib/domain/claim/document';
import type { DocumentWarning } from '@/lib/domain/claim/document-warning';
import type { Mending } from '@/lib/domain/claim/draft/mending';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import type { SubstituteKind, TextComparison } from '@/lib/domain/filing/substitute';
import type { Place } from '@/lib/pdf/read/seal-order';

/** `unsorted`: accepted, and nobody said yet which document it is. */
export type DocumentState = 'uploading' | 'unsorted' | 'ready' | 'refused' | 'removed';

/** What a document becomes when it leaves its draft. */
export const removed = (removedAt: Date) => ({ state: 'removed' as const, removedAt });

/** The kind of a document in a query of documents that are ready or filed: those have one. */
export const kindOfReady = () => sql<DocumentKind>`${documents.kind}`;

/**
 * A PDF that a filer uploaded to a draft. Once the draft is submitted, its documents belong to the filing.
 */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    draftId: uuid('draft_id')
      .notNull()
      .references(() => drafts.id),
    /** Set at submission; null for a document that the filer removed before. */
    filingId: uuid('filing_id').references(() => filings.id),
    /** Null until it is said which document the file is. A ready document has it. */
    kind: text('kind').$type<DocumentKind>(),
    name: text('name').notNull(),
    state: text('state').$type<DocumentState>().notNull().default('uploading'),
    refusal: text('refusal').$type<RefusalCode>(),
    /** The court file number in the seal for which the file was refused, as the file states it. */
    sealNumber: text('seal_number'),
    size: integer('size').notNull(),
    pages: integer('pages'),
    sha256: text('sha256'),
    /** The place of the court's seal. */
    place: jsonb('place').$type<Place>(),
    /** What its filer is told of before it is filed. */
    warnings: jsonb('warnings').$type<DocumentWarning[]>().notNull().default([]),
    /** What its text says, as proposals for the claim; null until it is read. */
    reading: jsonb('reading').$type<ClaimReading>(),
    /** Whether the mended copy is filed, and not the file as it was uploaded. */
    usesMended: boolean('uses_mended').notNull().default(false),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => users.id),
    /** Set with the state `removed`. An hour later row and file are deleted, unless a legal hold keeps them. */
    removedAt: instant('removed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('documents_draft').on(t.draftId),
    index('documents_filing').on(t.filingId),
    index('documents_removed').on(t.removedAt).where(sql`removed_at is not null`),
  ],
);

/** What was found of a version: as in the row of a document whose version in use it is. */
export type VersionFacts = {
  pages: number;
  place: Place | null;
  warnings: DocumentWarning[];
  reading: ClaimReading | null;
};

/** `uploaded` by the filer, a `mended` copy of that made by this service before it is filed, sent to replace it while the filing was on hold, or `sealed` by the court. */
export type VersionKind = 'uploaded' | 'mended' | SubstituteKind | 'sealed';

/**
 * The versions of a document, counted from 1 in the order in which they came. Storage holds the bytes under
 * the key.
 */
export const documentVersions = pgTable(
  'document_versions',
  {
    id: id(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    version: integer('version').notNull(),
    kind: text('kind').$type<VersionKind>().notNull(),
    storageKey: text('storage_key').notNull().unique(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    /** Of a mended copy, and of the upload that it was made from once the copy is in use. */
    facts: jsonb('facts').$type<VersionFacts>(),
    /** What a mended copy changes. */
    mending: jsonb('mending').$type<Mending>(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('document_versions_of').on(t.documentId, t.version),
    uniqueIndex('document_versions_sealed').on(t.documentId).where(sql`kind = 'sealed'`),
  ],
);

/** What is wrong with a stored file: storage has none, or it has other bytes than were stored. */
export type FileFault = 'missing' | 'differs';

/** A copy offered to replace a document that could not be sealed, while its filing is on hold. */
export const substitutes = pgTable(
  'substitutes',
  {
    id: id(),
    filingId: uuid('filing_id')
      .notNull()
      .references(() => filings.id),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    kind: text('kind').$type<SubstituteKind>().notNull(),
    state: text('state')
      .$type<'proposed' | 'approved' | 'refused' | 'lapsed'>()
      .notNull()
      .default('proposed'),
    name: text('name').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    size: integer('size').notNull(),
    pages: integer('pages').notNull(),
    sha256: text('sha256').notNull(),
    place: jsonb('place').$type<Place>(),
    comparison: jsonb('comparison').$type<TextComparison>().notNull(),
    /** By the court's clock. A replacement bears the date of this instant. */
    receivedAt: instant('received_at').notNull(),
    certifiedBy: uuid('certified_by')
      .notNull()
      .references(() => users.id),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
  },
  (t) => [index('substitutes_filing').on(t.filingId)],
);

/**
 * A new version of an issued document that staff uploaded, to be filed beside it once a second person approved that. Its
 * file is in storage under its own id.
 */
export const corrections = pgTable(
  'corrections',
  {
    id: id(),
    filingId: uuid('filing_id')
      .notNull()
      .references(() => filings.id),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    name: text('name').notNull(),
    storageKey: text('storage_key').notNull().unique(),
    size: integer('size').notNull(),
    pages: integer('pages').notNull(),
    sha256: text('sha256').notNull(),
    place: jsonb('place').$type<Place>(),
    warnings: jsonb('warnings').$type<DocumentWarning[]>().notNull(),
    comparison: jsonb('comparison').$type<TextComparison>().notNull(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => users.id),
    uploadedAt: instant('uploaded_at').notNull(),
    /** The filing of the court that it became. */
    filedAs: uuid('filed_as').references(() => filings.id),
  },
  (t) => [index('corrections_filing').on(t.filingId)],
);

/**
 * A file that is about to be put into storage. The row is deleted when another row names the file; the
 * sweeper deletes the rest.
 */
export const pendingFiles = pgTable('pending_files', {
  customId: text('custom_id').primaryKey(),
  createdAt: createdAt(),
});

/**
 * A stored version whose file was found missing, or other than its row says, when files were last compared
 * with their rows. The row goes when the file is found right.
 */
export const fileFaults = pgTable('file_faults', {
  versionId: uuid('version_id')
    .primaryKey()
    .references(() => documentVersions.id, { onDelete: 'cascade' }),
  fault: text('fault').$type<FileFault>().notNull(),
  foundAt: instant('found_at').notNull(),
});
