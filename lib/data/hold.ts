import { and, eq, inArray } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { held, type LeasedFiling } from '@/lib/data/filing-lease';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { filings, repairs } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';
import { dueFrom } from '@/lib/domain/calendar';
import { statesBefore } from '@/lib/domain/filing';
import type { HoldReason } from '@/lib/domain/hold';

type Text = Pick<NewMail, 'subject' | 'html' | 'text'>;
type Times = { now: Date; courtNow: Date };

/** Why a filing is on hold, and for which document. */
export type Hold = { reason: HoldReason; documentId: string };

/**
 * Puts a leased filing on hold: it keeps its receipt and its date, the filer is told, and staff when there is
 * an address for them. Nothing happens when the lease was lost.
 */
export async function holdFiling(
  filing: LeasedFiling,
  { reason, documentId }: Hold,
  mails: { filer: Text; staff?: Text & { recipient: string } },
  { now, courtNow }: Times,
): Promise<void> {
  await db().transaction(async (tx) => {
    const changed = { state: 'held' as const, holdReason: reason, heldDocument: documentId };
    const rows = await tx
      .update(filings)
      .set({ ...changed, lastError: reason, heldAt: courtNow, leaseToken: null, leaseUntil: null })
      .where(held(filing))
      .returning({ id: filings.id });
    if (rows.length === 0) return;
    const { id: filingId, reference } = filing;
    await record(
      tx,
      { kind: 'system' },
      { action: 'hold filing', subject: reference, details: { reason } },
      now,
    );
    const occasion = `${filingId}/${now.getTime()}`;
    const filer = { dedupeKey: `claim-held/${occasion}`, recipient: filing.contact.email, ...mails.filer };
    await queueMail(tx, { kind: 'claim-held', filingId, ...filer }, now);
    if (!mails.staff) return;
    const staff = { dedupeKey: `staff-held/${occasion}`, ...mails.staff };
    await queueMail(tx, { kind: 'staff-held', filingId, ...staff }, now);
  });
}

/** Copies that still wait for a decision are needed no longer: the filing goes on without them. */
export async function lapseProposed(tx: Tx, filingId: string, courtNow: Date): Promise<void> {
  await tx
    .update(repairs)
    .set({ state: 'lapsed', decidedAt: courtNow })
    .where(and(eq(repairs.filingId, filingId), eq(repairs.state, 'proposed')));
}

/** What puts a filing that was on hold in front of the worker again, at the opening of its day or at once. */
export function released(issueOn: string, courtNow: Date) {
  const dueAt = dueFrom(issueOn, courtNow);
  const noHold = { holdReason: null, heldDocument: null, heldAt: null };
  return { state: 'received' as const, dueAt, attempts: 0, lastError: null, ...noHold };
}

/**
 * Has a filing issued whose document can be sealed now: the cause of its hold is gone. It keeps its date.
 * @throws NotFound for anyone but staff; Refused 'notOnHold'
 */
export async function releaseFiling(
  actor: Actor,
  reference: string,
  { now, courtNow }: Times,
): Promise<void> {
  if (!can(actor, 'release-filings')) throw new NotFound('filing');
  await db().transaction(async (tx) => {
    const onHold = and(eq(filings.reference, reference), inArray(filings.state, statesBefore('received')));
    const [filing] = await tx.select().from(filings).where(onHold).for('update');
    if (!filing) throw new Refused('notOnHold');
    await tx.update(filings).set(released(filing.issueOn, courtNow)).where(eq(filings.id, filing.id));
    await lapseProposed(tx, filing.id, courtNow);
    await record(tx, actor, { action: 'release filing', subject: reference }, now);
  });
}
