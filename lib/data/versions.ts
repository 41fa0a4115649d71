import { and, eq, or, sql } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { documents, documentVersions, drafts, filings, profiles } from '@/lib/data/schema';
import { isUuid } from '@/lib/data/uuid';
import { type Actor, can } from '@/lib/domain/access';
import type { DocumentKind } from '@/lib/domain/document';

export type DocumentVersion = {
  storageKey: string;
  /** As hex. */
  sha256: string;
  version: number;
  name: string;
  kind: DocumentKind;
  /** Of the filing that it belongs to, once submitted. */
  reference: string | null;
  fileNumber: string | null;
  /** The filer's language, once submitted. */
  locale: 'en' | 'fr' | null;
};

/**
 * One version of a document: 0 as uploaded, 1 as sealed, 2 and on copies approved in its place. For the filer
 * whose it is, and for staff.
 * @throws NotFound for anyone else
 */
export async function getVersion(actor: Actor, versionId: string): Promise<DocumentVersion> {
  if (actor.kind === 'anonymous' || !isUuid(versionId)) throw new NotFound('document');
  const [row] = await db()
    .select({
      storageKey: documentVersions.storageKey,
      sha256: documentVersions.sha256,
      version: documentVersions.version,
      name: documents.name,
      kind: documents.kind,
      reference: filings.reference,
      fileNumber: filings.fileNumber,
      locale: filings.locale,
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .leftJoin(filings, eq(filings.draftId, drafts.id))
    .where(
      and(
        eq(documentVersions.id, versionId),
        or(
          can(actor, 'read-filings')
            ? sql`${filings.id} is not null or ${actor.kind === 'system'}`
            : sql`false`,
          actor.kind === 'user' ? eq(profiles.userId, actor.userId) : sql`false`,
        ),
      ),
    );
  if (!row) throw new NotFound('document');
  return row;
}
