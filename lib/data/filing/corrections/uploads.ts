import { and, desc, eq, isNull, notExists, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { proposals } from '@/lib/data/db/schema/approval';
import { corrections, documents } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { isUuid } from '@/lib/data/db/uuid';
import type { Filing } from '@/lib/data/filing/filing-lease';
import { notePending, strikePending } from '@/lib/data/filing/pending-files';
import { type Actor, can, type UserActor } from '@/lib/domain/access/access';
import { isCorrection } from '@/lib/domain/claim/later/correction';
import type { Times } from '@/lib/domain/court/calendar';

/** New versions of issued documents that registrars uploaded, before they are filed beside them. */

export type UploadedCorrection = typeof corrections.$inferSelect;
/** A file in storage under its own id, which is noted as pending. */
export type NewCorrection = Omit<
  UploadedCorrection,
  'filingId' | 'documentId' | 'uploadedBy' | 'uploadedAt' | 'filedAs'
>;

/** @throws NotFound for anyone but a registrar */
export function requireCorrector(actor: Actor): void {
  if (!can(actor, 'correct-filings')) throw new NotFound('filing');
}

/**
 * An issued filing whose documents can have corrected versions. What is a correction itself has none: the next one is
 * filed beside the same original.
 * @throws NotFound; Refused 'notToBeCorrected'
 */
export async function getCorrectable(tx: Db, reference: string, lock?: 'lock'): Promise<Filing> {
  const asked = tx.select().from(filings).where(eq(filings.reference, reference));
  const [filing] = lock ? await asked.for('update') : await asked;
  if (!filing) throw new NotFound('filing');
  if (filing.state !== 'issued' || isCorrection(filing.laterKind)) throw new Refused('notToBeCorrected');
  return filing;
}

/**
 * The document of an issued filing that a version is to stand beside.
 * @throws NotFound for anyone but a registrar, or a document of another filing; Refused 'notToBeCorrected'
 */
export async function getCorrected(actor: Actor, reference: string, documentId: string) {
  requireCorrector(actor);
  const filing = await getCorrectable(db(), reference);
  if (!isUuid(documentId)) throw new NotFound('document');
  const ofFiling = and(eq(documents.id, documentId), eq(documents.filingId, filing.id));
  const [document] = await db()
    .select({ id: documents.id, kind: documents.kind })
    .from(documents)
    .where(ofFiling);
  if (!document) throw new NotFound('document');
  return document;
}

/** Nobody proposed it yet: only then may it go. */
const isUnproposed = (tx: Db) =>
  and(
    isNull(corrections.filedAs),
    notExists(
      tx
        .select({ one: sql`1` })
        .from(proposals)
        .where(
          and(
            eq(proposals.kind, 'correct-filing'),
            sql`${proposals.change} ->> 'correction' = ${corrections.id}::text`,
          ),
        ),
    ),
  );

/** Deletes versions that nobody proposed. The sweeper deletes their files. */
async function discard(tx: Tx, filing: Filing, now: Date): Promise<number> {
  const unused = and(eq(corrections.filingId, filing.id), isUnproposed(tx));
  const gone = await tx.delete(corrections).where(unused).returning({ id: corrections.id });
  for (const { id } of gone) await notePending(id, now, tx);
  return gone.length;
}

/**
 * Stores an uploaded version. It takes the place of one that was uploaded for the same filing and not proposed.
 * @throws NotFound for anyone but a registrar; Refused 'notToBeCorrected'
 */
export function storeCorrection(
  actor: UserActor,
  { reference, documentId }: { reference: string; documentId: string },
  file: NewCorrection,
  { now, courtNow }: Times,
): Promise<void> {
  requireCorrector(actor);
  return db().transaction(async (tx) => {
    const filing = await getCorrectable(tx, reference, 'lock');
    await discard(tx, filing, now);
    const by = { uploadedBy: actor.userId, uploadedAt: courtNow };
    await tx.insert(corrections).values({ ...file, filingId: filing.id, documentId, ...by });
    if (!(await strikePending(tx, [file.id]))) throw new Error('the version was swept meanwhile');
    const details = { sha256: file.sha256, document: documentId };
    await record(tx, actor, { action: 'upload correction', subject: reference, details }, now);
  });
}

/** Deletes the version of a filing that nobody proposed yet. @throws NotFound; Refused 'correctionGone' */
export function discardCorrection(actor: UserActor, reference: string, { now }: Times): Promise<void> {
  requireCorrector(actor);
  return db().transaction(async (tx) => {
    const filing = await getCorrectable(tx, reference, 'lock');
    if ((await discard(tx, filing, now)) === 0) throw new Refused('correctionGone');
    await record(tx, actor, { action: 'discard correction', subject: reference }, now);
  });
}

/** One uploaded version with the reference of its filing, for registrars. @throws NotFound */
export async function getCorrection(
  actor: Actor,
  id: string,
): Promise<UploadedCorrection & { reference: string }> {
  requireCorrector(actor);
  if (!isUuid(id)) throw new NotFound('correction');
  const [row] = await db()
    .select({ correction: corrections, reference: filings.reference })
    .from(corrections)
    .innerJoin(filings, eq(filings.id, corrections.filingId))
    .where(eq(corrections.id, id));
  if (!row) throw new NotFound('correction');
  return { ...row.correction, reference: row.reference };
}

/** The newest version of a filing that is not filed, with who uploaded it, and whether it may still go; or null. */
export async function findUnfiled(actor: Actor, filingId: string) {
  requireCorrector(actor);
  const [row] = await db()
    .select({
      correction: corrections,
      uploader: users.oneKeyId,
      isUnproposed: sql`(${isUnproposed(db())})`.mapWith(Boolean),
    })
    .from(corrections)
    .innerJoin(users, eq(users.id, corrections.uploadedBy))
    .where(and(eq(corrections.filingId, filingId), isNull(corrections.filedAs)))
    .orderBy(desc(corrections.uploadedAt))
    .limit(1);
  return row ?? null;
}
export type UnfiledCorrection = NonNullable<Awaited<ReturnType<typeof findUnfiled>>>;
