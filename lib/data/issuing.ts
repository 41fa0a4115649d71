import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db, type Tx } from '@/lib/data/db';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { courtFiles, documents, documentVersions, fileNumbers, filings, register } from '@/lib/data/schema';
import type { DocumentKind } from '@/lib/domain/document';
import { fileNumber } from '@/lib/domain/filing';

export type Filing = typeof filings.$inferSelect;
/** A filing that this process alone may issue until its lease runs out. */
export type LeasedFiling = Filing & { leaseToken: string };
export type UploadedDocument = {
  id: string;
  kind: DocumentKind;
  name: string;
  storageKey: string;
  sha256: string;
};
export type SealedDocument = {
  documentId: string;
  versionId: string;
  kind: DocumentKind;
  storageKey: string;
  size: number;
  sha256: string;
};

/** Longer than issuing ever takes: a worker that died gives way to the next after this. */
const leaseMs = 2 * 60_000;

/** After a failed try the next waits: half a minute, then twice as long each time, an hour at most. */
export function backoffMs(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.max(0, attempts - 1), 3_600_000);
}

/** The lease is lost: another worker took over, or the filing was decided. Nothing of this try counts. */
export class LeaseLost extends Error {}

/**
 * Takes the filing that has been due longest, or the one asked for when it is due.
 * @param courtNow due times are the court's; `now` leases are the system's
 */
export async function leaseDueFiling(
  courtNow: Date,
  now: Date,
  filingId?: string,
): Promise<LeasedFiling | null> {
  const leaseToken = randomUUID();
  const due = db()
    .select({ id: filings.id })
    .from(filings)
    .where(
      and(
        eq(filings.state, 'received'),
        lte(filings.dueAt, courtNow),
        or(isNull(filings.leaseUntil), lt(filings.leaseUntil, now)),
        filingId ? eq(filings.id, filingId) : undefined,
      ),
    )
    .orderBy(asc(filings.dueAt), asc(filings.receivedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db()
    .update(filings)
    .set({
      leaseToken,
      leaseUntil: new Date(now.getTime() + leaseMs),
      attempts: sql`${filings.attempts} + 1`,
    })
    .where(eq(filings.id, due))
    .returning();
  return row ? { ...row, leaseToken } : null;
}

/** The filing while the lease holds. */
const held = (filing: LeasedFiling) =>
  and(eq(filings.id, filing.id), eq(filings.leaseToken, filing.leaseToken), eq(filings.state, 'received'));

/** The next number of the year. The counter's row stays locked until the transaction ends: no gap, no twin. */
async function nextFileNumber(tx: Tx, year: number): Promise<string> {
  const [counter] = await tx
    .insert(fileNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: fileNumbers.year, set: { last: sql`${fileNumbers.last} + 1` } })
    .returning({ last: fileNumbers.last });
  if (!counter) throw new Error('the counter gave no number');
  return fileNumber(year, counter.last);
}

/**
 * Binds the next court file number to the filing for ever (r. 14.07(1)), so that every later try bears the same.
 * The number's year is that of the date of issue. @throws LeaseLost
 */
export async function bindFileNumber(filing: LeasedFiling): Promise<string> {
  if (filing.fileNumber) return filing.fileNumber;
  return db().transaction(async (tx) => {
    const number = await nextFileNumber(tx, Number(filing.issueOn.slice(0, 4)));
    await tx
      .insert(courtFiles)
      .values({ number, courtId: filing.courtId, title: filing.title, openedOn: filing.issueOn });
    const bound = await tx
      .update(filings)
      .set({ fileNumber: number })
      .where(and(held(filing), isNull(filings.fileNumber)))
      .returning({ id: filings.id });
    if (bound.length === 0) throw new LeaseLost();
    return number;
  });
}

/** The filing's documents as they were uploaded. */
export function listUploaded(filing: Filing): Promise<UploadedDocument[]> {
  return db()
    .select({
      id: documents.id,
      kind: documents.kind,
      name: documents.name,
      storageKey: documentVersions.storageKey,
      sha256: documentVersions.sha256,
    })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(
      and(
        eq(documents.draftId, filing.draftId),
        eq(documents.state, 'ready'),
        eq(documentVersions.version, 0),
      ),
    )
    .orderBy(asc(documents.createdAt));
}

/**
 * Issues the filing: state, sealed versions, register entry, audit line and e-mail in one transaction.
 * @throws LeaseLost when the filing is no longer this worker's; then nothing was stored
 */
export async function completeIssue(
  filing: LeasedFiling,
  number: string,
  sealed: SealedDocument[],
  mail: Pick<NewMail, 'subject' | 'html' | 'text' | 'attachments'>,
  { now, courtNow }: { now: Date; courtNow: Date },
): Promise<void> {
  await db().transaction(async (tx) => {
    const issued = await tx
      .update(filings)
      .set({ state: 'issued', issuedAt: courtNow, leaseToken: null, leaseUntil: null, lastError: null })
      .where(held(filing))
      .returning({ id: filings.id });
    if (issued.length === 0) throw new LeaseLost();
    await tx
      .insert(documentVersions)
      .values(sealed.map(({ versionId: id, kind: _, ...version }) => ({ id, version: 1, ...version })));
    await tx.insert(register).values({
      filingId: filing.id,
      fileNumber: number,
      issuedOn: filing.issueOn,
      issuedAt: courtNow,
      documents: sealed.map(({ kind, sha256 }) => ({ kind, sha256 })),
    });
    const details = { fileNumber: number, issueOn: filing.issueOn };
    await record(tx, { kind: 'system' }, { action: 'issue filing', subject: filing.reference, details }, now);
    const dedupeKey = `claim-issued/${filing.id}`;
    const recipient = filing.contact.email;
    await queueMail(tx, { kind: 'claim-issued', dedupeKey, recipient, filingId: filing.id, ...mail }, now);
  });
}

/** Puts the filing back: it stays received with its date, is tried again later, and the filer is told once. */
export async function releaseFiling(
  filing: LeasedFiling,
  error: string,
  delayed: Pick<NewMail, 'subject' | 'html' | 'text'>,
  { now, courtNow }: { now: Date; courtNow: Date },
): Promise<void> {
  await db().transaction(async (tx) => {
    const dueAt = new Date(courtNow.getTime() + backoffMs(filing.attempts));
    await tx
      .update(filings)
      .set({ leaseToken: null, leaseUntil: null, lastError: error, dueAt })
      .where(held(filing));
    const details = { error, attempt: filing.attempts };
    const entry = { action: 'issue filing', subject: filing.reference, outcome: 'refused' as const, details };
    await record(tx, { kind: 'system' }, entry, now);
    const dedupeKey = `claim-delayed/${filing.id}`;
    const recipient = filing.contact.email;
    await queueMail(
      tx,
      { kind: 'claim-delayed', dedupeKey, recipient, filingId: filing.id, ...delayed },
      now,
    );
  });
}
