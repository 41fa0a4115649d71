import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { pageOf, rowsPerPage } from '@/lib/data/page';
import {
  courts,
  documents,
  documentVersions,
  filings,
  type MailState,
  outbox,
  profiles,
} from '@/lib/data/schema';
import { type Actor, can, type UserActor } from '@/lib/domain/access';
import type { DocumentKind } from '@/lib/domain/document';

/** A document of a filing; versions as they came: 0 as uploaded, 2 and on its copies, 1 as sealed. Sizes are bytes. */
export type FiledDocument = {
  id: string;
  draftId: string;
  kind: DocumentKind;
  name: string;
  pages: number | null;
  versions: { id: string; version: number; size: number }[];
};

export type FiledMail = {
  id: string;
  kind: string;
  recipient: string;
  state: MailState;
  sentAt: Date | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  complainedAt: Date | null;
  /** The message that this one repeats to another address. */
  repeatOf: string | null;
};

const summary = {
  draftId: filings.draftId,
  reference: filings.reference,
  state: filings.state,
  title: filings.title,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
  // A number may be reserved before the claim is issued; until then it is nobody's.
  fileNumber: sql<string | null>`case when ${filings.state} = 'issued' then ${filings.fileNumber} end`,
};

/** Like the number, not before the claim is issued. */
const verificationCode = sql<
  string | null
>`case when ${filings.state} = 'issued' then ${filings.verificationCode} end`;

/**
 * The actor's own submissions, newest first. Pages count from 1; one that does not exist is the nearest that does.
 * Rows are counted and passed over in the index alone: a firm has tens of thousands.
 */
export async function listFilings(actor: UserActor, asked: { page: number }) {
  const profile = db().select({ id: profiles.id }).from(profiles).where(eq(profiles.userId, actor.userId));
  const own = eq(filings.profileId, profile);
  const newestFirst = [desc(filings.receivedAt), desc(filings.id)];
  const total = await db().$count(filings, own);
  const { page, pages, offset } = pageOf(asked.page, total);
  const shown = db()
    .select({ id: filings.id })
    .from(filings)
    .where(own)
    .orderBy(...newestFirst)
    .limit(rowsPerPage)
    .offset(offset);
  const rows = await db()
    .select(summary)
    .from(filings)
    .where(inArray(filings.id, shown))
    .orderBy(...newestFirst);
  const filed = await documentsOf(rows.map(({ draftId }) => draftId));
  const withDocuments = rows.map((row) => ({
    ...row,
    documents: filed.filter(({ draftId }) => draftId === row.draftId),
  }));
  return { rows: withDocuments, total, page, pages };
}

/**
 * One submission whole, for the filer whose it is and for staff.
 * @throws NotFound for anyone else
 */
export async function getFiling(actor: Actor, reference: string) {
  const [row] = await db()
    .select({
      ...summary,
      id: filings.id,
      claim: filings.claim,
      contact: filings.contact,
      dueAt: filings.dueAt,
      issuedAt: filings.issuedAt,
      verificationCode,
      attempts: filings.attempts,
      lastError: filings.lastError,
      holdReason: filings.holdReason,
      heldDocument: filings.heldDocument,
      court: courts,
    })
    .from(filings)
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
    .where(and(eq(filings.reference, reference), visibleTo(actor)));
  if (!row) throw new NotFound('filing');
  return { ...row, documents: await documentsOf([row.draftId]), mails: await mailsOf(row.id) };
}

export type FiledClaim = Awaited<ReturnType<typeof getFiling>>;
export type ListedFiling = Awaited<ReturnType<typeof listFilings>>['rows'][number];

/** The filings that the actor may see, as a condition on a query that joins their profiles. */
export function visibleTo(actor: Actor): SQL {
  if (can(actor, 'read-filings')) return sql`true`;
  return actor.kind === 'user' ? eq(profiles.userId, actor.userId) : sql`false`;
}

/** The documents that were filed, in the order they were uploaded, each with its versions. */
async function documentsOf(draftIds: string[]): Promise<FiledDocument[]> {
  if (draftIds.length === 0) return [];
  const rows = await db()
    .select({ document: documents, version: documentVersions })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(and(inArray(documents.draftId, draftIds), eq(documents.state, 'ready')))
    .orderBy(
      asc(documents.createdAt),
      asc(documents.id),
      asc(documentVersions.createdAt),
      asc(documentVersions.version),
    );
  const filed = new Map<string, FiledDocument>();
  for (const { document, version } of rows) {
    const { id, draftId, kind, name, pages } = document;
    const { versions } = filed.get(id) ?? { versions: [] };
    const { id: versionId, version: number, size } = version;
    filed.set(id, {
      id,
      draftId,
      kind,
      name,
      pages,
      versions: [...versions, { id: versionId, version: number, size }],
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
