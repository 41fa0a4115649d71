import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { NotFound, Outdated } from '@/lib/data/access/errors';
import { ownedBy, visibleTo } from '@/lib/data/access/ownership';
import { restrictedColumns } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { documents, documentVersions, kindOfReady, type VersionKind } from '@/lib/data/db/schema/document';
import { filings, holdReasons } from '@/lib/data/db/schema/filing';
import { type MailState, outbox } from '@/lib/data/db/schema/mail';
import type { Letter } from '@/lib/data/mail/outbox';
import type { Actor } from '@/lib/domain/access/access';
import type { DocumentType } from '@/lib/domain/claim/claim';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';
import type { MailKind } from '@/lib/domain/filing/mail-kind';

/** A document of a filing, with its versions in the order in which they came. Sizes are bytes. */
export type FiledDocument = {
  id: string;
  filingId: string;
  kind: DocumentKind;
  name: string;
  pages: number | null;
  versions: { id: string; kind: VersionKind; size: number }[];
};

export type FiledMail = {
  id: string;
  kind: MailKind;
  recipient: string;
  state: MailState;
  sentAt: Date | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  complainedAt: Date | null;
  /** The message that this one repeats to another address. */
  repeatOf: string | null;
};

/** What every list shows of a filing. */
export const summary = {
  id: filings.id,
  reference: filings.reference,
  state: filings.state,
  title: filings.title,
  ownNumber: filings.ownNumber,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
  laterKind: filings.laterKind,
  documentType: sql<DocumentType>`${filings.claim} ->> 'documentType'`,
  // A number may be bound before the claim is issued. Nobody sees it until then.
  fileNumber: sql<string | null>`case when ${filings.filedIn} is not null then ${filings.filedIn}
    when ${filings.state} = 'issued' then ${filings.fileNumber} end`,
  ...restrictedColumns,
};

/** Like the number, hidden until the claim is issued. */
const verificationCode = sql<
  string | null
>`case when ${filings.state} = 'issued' then ${filings.verificationCode} end`;

/**
 * One submission in full, for its filer and for staff.
 * @throws NotFound for anyone else
 */
export async function getFiling(actor: Actor, reference: string) {
  const [row] = await db()
    .select({
      ...summary,
      locale: filings.locale,
      claim: filings.claim,
      contact: filings.contact,
      dueAt: filings.dueAt,
      issuedAt: filings.issuedAt,
      verificationCode,
      attempts: filings.attempts,
      lastError: filings.lastError,
      holdReason: filings.holdReason,
      heldDocument: filings.heldDocument,
      furtherHeld: filings.furtherHeld,
      keptReasonId: filings.keptReasonId,
      keptReason: {
        code: holdReasons.code,
        wordsEn: holdReasons.wordsEn,
        wordsFr: holdReasons.wordsFr,
        remedy: holdReasons.remedy,
      },
      statement: filings.statement,
      court: { id: courts.id, municipality: courts.municipality },
      isOwn: sql`(${ownedBy(actor)})`.mapWith(Boolean),
    })
    .from(filings)
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .leftJoin(holdReasons, eq(holdReasons.id, filings.keptReasonId))
    .where(and(eq(filings.reference, reference), visibleTo(actor)));
  if (!row) throw new NotFound('filing');
  return { ...row, documents: await documentsOf([row.id]), mails: await mailsOf(row.id) };
}

export type FiledClaim = Awaited<ReturnType<typeof getFiling>>;

/**
 * An e-mail about a filing, the date that the filing bore when it was written, and how many documents it says are still asked
 * for: none if it is not said.
 */
export type Notice = { letter: Letter; writtenFor: IsoDate; stillAsked?: number };

/**
 * Of the facts in an e-mail about a filing, only the filing's date and what its hold asks for can change after its
 * receipt. Call this under the filing's lock.
 * @param asked how many documents are asked for after the change that the e-mail reports
 * @throws Outdated
 */
export function requireCurrent(
  { issueOn }: { issueOn: IsoDate },
  { writtenFor, stillAsked = 0 }: Notice,
  asked = 0,
): void {
  if (issueOn !== writtenFor || stillAsked !== asked) throw new Outdated();
}

/** The filed documents, in the order in which they were uploaded, each with its versions. */
export async function documentsOf(filingIds: string[]): Promise<FiledDocument[]> {
  if (filingIds.length === 0) return [];
  const rows = await db()
    .select({
      filingId: filings.id,
      // Of a document not all: what was read of it is much.
      document: { id: documents.id, name: documents.name, pages: documents.pages },
      kind: kindOfReady(),
      version: { id: documentVersions.id, kind: documentVersions.kind, size: documentVersions.size },
    })
    .from(documents)
    .innerJoin(filings, eq(filings.id, documents.filingId))
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(inArray(documents.filingId, filingIds))
    .orderBy(asc(documents.createdAt), asc(documents.id), asc(documentVersions.version));
  const filed = new Map<string, FiledDocument>();
  for (const { filingId, document, kind, version } of rows) {
    const { id, name, pages } = document;
    const { versions } = filed.get(id) ?? { versions: [] };
    const { id: versionId, kind: versionKind, size } = version;
    filed.set(id, {
      id,
      filingId,
      kind,
      name,
      pages,
      versions: [...versions, { id: versionId, kind: versionKind, size }],
    });
  }
  return [...filed.values()];
}

function mailsOf(filingId: string): Promise<FiledMail[]> {
  return db()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      recipient: outbox.recipient,
      state: outbox.state,
      sentAt: outbox.sentAt,
      deliveredAt: outbox.deliveredAt,
      bouncedAt: outbox.bouncedAt,
      complainedAt: outbox.complainedAt,
      repeatOf: outbox.repeatOf,
    })
    .from(outbox)
    .where(eq(outbox.filingId, filingId))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
}
