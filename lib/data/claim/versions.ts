import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { isOpenTo } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents, documentVersions, type VersionKind } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { isUuid } from '@/lib/data/db/uuid';
import { type Actor, can } from '@/lib/domain/access/access';
import type { StoredClaim } from '@/lib/domain/claim/claim-v2';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';
import type { Place } from '@/lib/pdf/read/seal-order';

export type DocumentVersion = {
  storageKey: string;
  /** As hex. */
  sha256: string;
  versionKind: VersionKind;
  name: string;
  /** The place of the court's seal; null for a document from before places were stored. */
  place: Place | null;
  /** The reference of its filing, once it is submitted. */
  reference: string | null;
  /** What its file is named by, once it is issued. */
  filed: {
    fileNumber: string;
    kind: DocumentKind;
    /** Among the documents of its kind, from 1; null for the only one. */
    nth: number | null;
    locale: 'en' | 'fr';
    claim: StoredClaim;
    issueOn: IsoDate;
  } | null;
};

/** What was filed, or what still stands in a draft: not what its owner removed, replaced or deleted. */
const isThere = or(isNotNull(filings.id), and(ne(documents.state, 'removed'), isNull(drafts.deletedAt)));

/** The place of a filed document among those of its kind, as `placesOfKinds` counts them. */
const nth = sql<number | null>`(
  select case when count(*) > 1 then
    count(*) filter (where (other.created_at, other.id) <= (${documents.createdAt}, ${documents.id})) end
  from ${documents} as other
  where other.filing_id = ${documents.filingId} and other.kind = ${documents.kind})`.mapWith(Number);

/**
 * One version of a document, for its filer and, once it is submitted, for staff; for clerks not if its court file is
 * sealed or anonymised. What was removed from a draft is
 * gone for its owner at once.
 * @throws NotFound for anyone else
 */
export async function getVersion(actor: Actor, versionId: string): Promise<DocumentVersion> {
  if (actor.kind === 'anonymous' || !isUuid(versionId)) throw new NotFound('document');
  const [row] = await db()
    .select({
      storageKey: documentVersions.storageKey,
      sha256: documentVersions.sha256,
      versionKind: documentVersions.kind,
      name: documents.name,
      place: documents.place,
      kind: documents.kind,
      nth,
      reference: filings.reference,
      fileNumber: sql<string | null>`coalesce(${filings.filedIn}, ${filings.fileNumber})`,
      locale: filings.locale,
      claim: filings.claim,
      issueOn: filings.issueOn,
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .leftJoin(filings, eq(filings.id, documents.filingId))
    .where(
      and(
        eq(documentVersions.id, versionId),
        or(
          can(actor, 'read-filings')
            ? sql`(${filings.id} is not null and ${isOpenTo(actor)}) or ${actor.kind === 'system'}`
            : sql`false`,
          actor.kind === 'user' ? and(eq(profiles.userId, actor.userId), isThere) : sql`false`,
        ),
      ),
    );
  if (!row) throw new NotFound('document');
  const { fileNumber, kind, nth: ofKind, locale, claim, issueOn, ...version } = row;
  const isFiled = fileNumber && kind && locale && claim && issueOn;
  return { ...version, filed: isFiled ? { fileNumber, kind, nth: ofKind, locale, claim, issueOn } : null };
}
