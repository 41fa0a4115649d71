import { and, desc, eq, inArray } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { noLease } from '@/lib/data/db/lease';
import { audit } from '@/lib/data/db/schema/audit';
import { substitutes } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { isStillLeased, type LeasedFiling } from '@/lib/data/filing/filing-lease';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import { type Letter, queueMail } from '@/lib/data/mail/outbox';
import { type Actor, can } from '@/lib/domain/access/access';
import { dueFrom, type Times } from '@/lib/domain/court/calendar';
import { statesBefore } from '@/lib/domain/filing/filing';
import { type HoldReason, liesInDocument } from '@/lib/domain/filing/hold';
import { type HeldFor, stillAsked } from '@/lib/domain/filing/holds/asked';

/** Why a filing is on hold, and for which document. */
export type Hold = { reason: HoldReason; documentId: string };

/**
 * Puts a leased filing on hold. It keeps its receipt and its date. If the lease is lost, nothing happens. A filer who was
 * told of the same cause at the hold before, for a document that is still the same, is not told again.
 * @param mails tell the filer, and staff if they have an e-mail address
 */
export async function holdFiling(
  filing: LeasedFiling,
  { reason, documentId }: Hold,
  mails: { filer: Letter; staff?: Letter & { recipient: string } },
  { now, courtNow }: Times,
): Promise<void> {
  await db().transaction(async (tx) => {
    const about = { holdReason: reason, heldDocument: documentId, furtherHeld: [], keptReasonId: null };
    const rows = await tx
      .update(filings)
      .set({ state: 'held', ...about, lastError: reason, heldAt: courtNow, ...noLease })
      .where(isStillLeased(filing))
      .returning({ id: filings.id });
    if (rows.length === 0) return;
    const { id: filingId, reference } = filing;
    const isKnown = await wasToldOf(tx, reference, { reason, documentId });
    const details = { reason, document: documentId };
    await record(tx, { kind: 'system' }, { action: 'hold filing', subject: reference, details }, now);
    const occasion = `${filingId}/${now.getTime()}`;
    const filer = { dedupeKey: `claim-held/${occasion}`, recipient: filing.contact.email, ...mails.filer };
    if (!isKnown) await queueFilingMail(tx, { kind: 'claim-held', filingId, ...filer }, now);
    if (!mails.staff) return;
    const staff = { dedupeKey: `staff-held/${occasion}`, ...mails.staff };
    await queueMail(tx, { kind: 'staff-held', filingId, ...staff }, now);
  });
}

/** What ends a filer's knowledge of a hold, or renews it. */
const TELLS_OF_HOLD = ['hold filing', 'change hold', 'replace document'] as const;

/** Whether the hold before was for the same reason and document, which has not been replaced since. */
async function wasToldOf(tx: Tx, reference: string, { reason, documentId }: Hold): Promise<boolean> {
  const [last] = await tx
    .select({ action: audit.action, details: audit.details })
    .from(audit)
    .where(and(eq(audit.subject, reference), inArray(audit.action, TELLS_OF_HOLD)))
    .orderBy(desc(audit.entry))
    .limit(1);
  const { reason: before, document } = last?.details ?? {};
  return last?.action === 'hold filing' && before === reason && document === documentId;
}

/** Closes substitutes that nobody decided on: the filing, or this document of it, goes on without them. */
export async function lapseProposed(
  tx: Tx,
  filingId: string,
  courtNow: Date,
  documentId?: string,
): Promise<void> {
  const ofDocument = documentId ? eq(substitutes.documentId, documentId) : undefined;
  await tx
    .update(substitutes)
    .set({ state: 'lapsed', decidedAt: courtNow })
    .where(and(eq(substitutes.filingId, filingId), eq(substitutes.state, 'proposed'), ofDocument));
}

/**
 * The values that make the worker take up a filing that was on hold: at the opening of its day, or at once.
 */
function released(issueOn: string, courtNow: Date) {
  const dueAt = dueFrom(issueOn, courtNow);
  const noHold = { holdReason: null, heldDocument: null, heldAt: null, furtherHeld: [], keptReasonId: null };
  return { state: 'received' as const, dueAt, attempts: 0, lastError: null, ...noHold };
}

/**
 * The values of a filing on hold once one of its documents is there: it stays on hold for the others that are asked for, and
 * is released with the last.
 */
export function withoutHeld(filing: HeldFor, documentId: string, issueOn: string, courtNow: Date) {
  const [heldDocument, ...furtherHeld] = stillAsked(filing, documentId);
  return heldDocument === undefined ? released(issueOn, courtNow) : { heldDocument, furtherHeld };
}

/**
 * Releases a filing on hold to be issued, because the cause of its hold is gone. It keeps its date.
 * @param isSure whether it is known that the document is the one for which the filing went on hold
 * @throws NotFound for anyone but staff; Refused 'notOnHold', 'nothingChanged' if the cause lies in the document
 */
export async function releaseFiling(
  actor: Actor,
  reference: string,
  { now, courtNow }: Times,
  isSure: boolean,
): Promise<void> {
  if (!can(actor, 'release-filings')) throw new NotFound('filing');
  await db().transaction(async (tx) => {
    const isHeld = inArray(filings.state, statesBefore('received'));
    const onHold = and(eq(filings.reference, reference), visibleTo(actor), isHeld);
    const [filing] = await tx.select().from(filings).where(onHold).for('update');
    if (!filing) throw new Refused('notOnHold');
    if (!isSure && filing.holdReason && liesInDocument(filing.holdReason))
      throw new Refused('nothingChanged');
    await tx.update(filings).set(released(filing.issueOn, courtNow)).where(eq(filings.id, filing.id));
    await lapseProposed(tx, filing.id, courtNow);
    await record(tx, actor, { action: 'release filing', subject: reference }, now);
  });
}
