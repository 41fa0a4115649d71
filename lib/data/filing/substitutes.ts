import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { keptByCounter, replaceableBy, visibleTo } from '@/lib/data/access/ownership';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { documents, documentVersions, substitutes } from '@/lib/data/db/schema/document';
import { filings, holdReasons } from '@/lib/data/db/schema/filing';
import { isUuid } from '@/lib/data/db/uuid';
import type { Filing } from '@/lib/data/filing/filing-lease';
import { getFiling } from '@/lib/data/filing/filings';
import { strikePending } from '@/lib/data/filing/pending-files';
import { nextVersion } from '@/lib/data/filing/versions';
import { type Actor, can, type UserActor } from '@/lib/domain/access/access';
import { isCorrection } from '@/lib/domain/claim/later/correction';
import type { Times } from '@/lib/domain/court/calendar';
import { isAskedFor, isTaken } from '@/lib/domain/filing/holds/asked';
import type { SubstituteKind, TextComparison } from '@/lib/domain/filing/substitute';
import type { Place } from '@/lib/pdf/read/seal-order';

/** Documents offered to replace one that could not be sealed, as their filer and staff see them. */

export type Substitute = typeof substitutes.$inferSelect;

/** A file that is in storage and can be sealed. */
export type NewSubstitute = {
  name: string;
  storageKey: string;
  /** The id under which it was put there, noted as pending. */
  customId: string;
  size: number;
  pages: number;
  sha256: string;
  place: Place | null;
  comparison: TextComparison;
};

/**
 * The document for which a substitute may be offered. Its filing is the actor's own, or one that the counter keeps, and on hold
 * for it.
 * @throws NotFound; Refused 'notOnHold'
 */
export async function getHeldDocument(actor: UserActor, reference: string, documentId: string) {
  const replaceable = and(eq(filings.reference, reference), replaceableBy(actor));
  if ((await db().$count(filings, replaceable)) === 0) throw new NotFound('filing');
  const filing = await getFiling(actor, reference);
  if (isCorrection(filing.laterKind)) throw new NotFound('filing');
  const document = filing.documents.find(({ id }) => id === documentId);
  if (!document) throw new NotFound('document');
  if (filing.state !== 'held' || !isAskedFor(filing, documentId)) throw new Refused('notOnHold');
  return document;
}

/** Whether the counter keeps a filing, so that staff give its documents anew. @throws NotFound for anyone but staff */
export async function isKeptByCounter(actor: Actor, reference: string): Promise<boolean> {
  if (!can(actor, 'enter-paper')) throw new NotFound('filing');
  const kept = and(eq(filings.reference, reference), keptByCounter(), visibleTo(actor));
  return (await db().$count(filings, kept)) === 1;
}

/** The substitutes offered for a filing, the newest first, for its filer and for staff. @throws NotFound */
export async function listSubstitutes(actor: Actor, reference: string): Promise<Substitute[]> {
  const { id } = await getFiling(actor, reference);
  return db()
    .select()
    .from(substitutes)
    .where(eq(substitutes.filingId, id))
    .orderBy(desc(substitutes.receivedAt));
}

/** One substitute with the reference of its filing, for its filer and for staff. @throws NotFound */
export async function getSubstitute(actor: Actor, id: string): Promise<Substitute & { reference: string }> {
  if (!isUuid(id)) throw new NotFound('substitute');
  const [row] = await db()
    .select({ substitute: substitutes, reference: filings.reference })
    .from(substitutes)
    .innerJoin(filings, eq(filings.id, substitutes.filingId))
    .where(and(eq(substitutes.id, id), visibleTo(actor)));
  if (!row) throw new NotFound('substitute');
  return { ...row.substitute, reference: row.reference };
}

/**
 * References of filings with substitutes that await a registrar, the longest waiting first; at most 20.
 * @throws NotFound for anyone but staff
 */
export async function listWaitingSubstitutes(actor: Actor): Promise<string[]> {
  if (!can(actor, 'read-filings')) throw new NotFound('substitute');
  const rows = await db()
    .select({ reference: filings.reference })
    .from(substitutes)
    .innerJoin(filings, eq(filings.id, substitutes.filingId))
    .where(and(eq(substitutes.state, 'proposed'), eq(filings.state, 'held')))
    .orderBy(asc(substitutes.receivedAt))
    .limit(20);
  return rows.map(({ reference }) => reference);
}

/**
 * A filing on hold, locked: nobody else can change it until the transaction ends.
 * @throws NotFound; Refused 'notOnHold'
 */
export async function lockHeld(tx: Tx, which: SQL | undefined): Promise<Filing> {
  const [filing] = await tx.select().from(filings).where(which).for('update');
  if (!filing) throw new NotFound('filing');
  if (filing.state !== 'held') throw new Refused('notOnHold');
  return filing;
}

/**
 * @throws NotFound for a document of another filing; Refused 'notOnHold' if the hold is not for this document,
 *   'repairedCopyNotTaken' if its reason takes none
 */
export async function requireHeldFor(
  tx: Tx,
  filing: Filing,
  documentId: string,
  kind: SubstituteKind,
): Promise<void> {
  const ofFiling = and(eq(documents.id, documentId), eq(documents.filingId, filing.id));
  if ((await tx.$count(documents, ofFiling)) === 0) throw new NotFound('document');
  if (!isAskedFor(filing, documentId)) throw new Refused('notOnHold');
  const [kept] = await tx
    .select({ remedy: holdReasons.remedy })
    .from(holdReasons)
    .where(filing.keptReasonId ? eq(holdReasons.id, filing.keptReasonId) : sql`false`);
  if (kept && !isTaken(kept.remedy, kind)) throw new Refused('repairedCopyNotTaken');
}

/** Stores the offered substitute, and records the offer in the audit log. */
export async function storeSubstitute(
  tx: Tx,
  actor: UserActor,
  filing: Filing,
  { customId, ...file }: NewSubstitute & { kind: SubstituteKind; documentId: string },
  { now, courtNow }: Times,
): Promise<Substitute> {
  const row = { ...file, filingId: filing.id, receivedAt: courtNow, certifiedBy: actor.userId };
  const [substitute] = await tx.insert(substitutes).values(row).returning();
  if (!substitute) throw new Error('the substitute was not stored');
  if (!(await strikePending(tx, [customId]))) throw new Error('the copy was swept meanwhile');
  const details = { kind: file.kind, sha256: file.sha256 };
  await record(tx, actor, { action: 'offer substitute', subject: filing.reference, details }, now);
  return substitute;
}

/** Stores the decision on a substitute. */
export async function settleSubstitute(
  tx: Tx,
  actor: UserActor,
  { id }: Substitute,
  decision: { state: 'approved' | 'refused'; reason: string },
  decidedAt: Date,
): Promise<void> {
  await tx
    .update(substitutes)
    .set({ ...decision, decidedBy: actor.userId, decidedAt })
    .where(and(eq(substitutes.id, id), eq(substitutes.state, 'proposed')));
}

/** Makes the substitute the newest version of its document, so that it is the version to be sealed. */
export async function makeNewest(tx: Tx, substitute: Substitute): Promise<void> {
  const { documentId, kind, storageKey, size, sha256, place } = substitute;
  const version = nextVersion(documentId);
  await tx.insert(documentVersions).values({ documentId, version, kind, storageKey, size, sha256 });
  await tx.update(documents).set({ place }).where(eq(documents.id, documentId));
}
