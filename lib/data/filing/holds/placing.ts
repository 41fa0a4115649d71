import { and, eq, inArray } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { noLease } from '@/lib/data/db/lease';
import { filingNotes } from '@/lib/data/db/schema/desk';
import { documents } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { type Notice, requireCurrent } from '@/lib/data/filing/filings';
import { listActiveReasons } from '@/lib/data/filing/holds/hold-reasons';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import { can, type UserActor } from '@/lib/domain/access/access';
import { courtDay, type Times } from '@/lib/domain/court/calendar';
import { statesBefore } from '@/lib/domain/filing/filing';
import { type HoldReason, SERVICE_REASONS } from '@/lib/domain/filing/hold';
import type { HoldRemedy } from '@/lib/domain/filing/holds/asked';
import { isOneOf } from '@/lib/domain/text';

/** A reason for a hold by staff: one of the service's own, or one of the catalogue with its sentences. */
export type ChosenReason = {
  code: string;
  holdReason: HoldReason;
  remedy: HoldRemedy;
  kept: { id: string; wordsEn: string; wordsFr: string } | null;
};

/**
 * The reason under a code, as it stands on the day.
 * @throws NotFound for anyone but staff; Refused 'chooseHoldReason' if there is none in force
 */
export async function chosenReason(actor: UserActor, code: string, courtNow: Date): Promise<ChosenReason> {
  const active = await listActiveReasons(actor, courtDay(courtNow));
  if (isOneOf(SERVICE_REASONS, code)) return { code, holdReason: code, remedy: 'repaired-copy', kept: null };
  const found = active.find((reason) => reason.code === code);
  if (!found) throw new Refused('chooseHoldReason');
  const { id, wordsEn, wordsFr, remedy } = found;
  return { code, holdReason: 'by-staff', remedy, kept: { id, wordsEn, wordsFr } };
}

export type Placing = {
  chosen: ChosenReason;
  /** The documents of which the filer is asked for another copy. The others stay as they are. */
  documentIds: string[];
  /** For staff alone; it becomes a note on the filing. */
  note: string;
};

/**
 * Puts a filing that waits to be issued on hold. It keeps its receipt and its date, and a worker that is about to issue it
 * finds it gone.
 * @param notice tells the filer
 * @throws NotFound for anyone but staff; Refused 'notToBeHeld' unless it waits to be issued, 'chooseDocuments' or
 *   'documentsNeedless' as the reason asks; Outdated if the notice names another date than the filing bears
 */
export async function placeHold(
  actor: UserActor,
  reference: string,
  placing: Placing,
  notice: Notice,
  { now, courtNow }: Times,
): Promise<void> {
  if (!can(actor, 'hold-filings')) throw new NotFound('filing');
  await db().transaction(async (tx) => {
    const which = and(eq(filings.reference, reference), visibleTo(actor));
    const [filing] = await tx.select().from(filings).where(which).for('update');
    if (!filing) throw new NotFound('filing');
    if (!statesBefore('held').includes(filing.state)) throw new Refused('notToBeHeld');
    const values = await heldValues(tx, filing, placing, notice);
    await tx
      .update(filings)
      .set({ state: 'held', ...values, heldAt: courtNow, ...noLease })
      .where(eq(filings.id, filing.id));
    const { holdReason: reason, code } = placing.chosen;
    const details = { before: filing.state, after: 'held', reason, code };
    await tellHold(tx, actor, filing, placing, notice, now, { action: 'hold filing', details });
  });
}

type Held = typeof filings.$inferSelect;

/**
 * The values of a filing on hold for a reason and documents.
 * @throws Refused 'chooseDocuments', 'documentsNeedless'; Outdated if the notice names another date than the filing bears
 */
export async function heldValues(tx: Tx, filing: Held, { chosen, documentIds }: Placing, notice: Notice) {
  await requireDocuments(tx, filing.id, chosen.remedy, documentIds);
  requireCurrent(filing, notice);
  const [heldDocument = null, ...furtherHeld] = documentIds;
  const about = { holdReason: chosen.holdReason, keptReasonId: chosen.kept?.id ?? null };
  return { ...about, heldDocument, furtherHeld };
}

/** Records what staff did to a hold, leaves their note for colleagues, and tells the filer. */
export async function tellHold(
  tx: Tx,
  actor: UserActor,
  filing: Held,
  { documentIds, note }: Placing,
  notice: Notice,
  now: Date,
  { action, details }: { action: 'hold filing' | 'change hold'; details: Record<string, string> },
): Promise<void> {
  await tx
    .insert(filingNotes)
    .values({ filingId: filing.id, text: note, writtenBy: actor.userId, writtenAt: now });
  const asked = documentIds.join(' ');
  const told = { ...details, ...(asked && { document: asked }) };
  await record(tx, actor, { action, subject: filing.reference, details: told }, now);
  const occasion = { filingId: filing.id, dedupeKey: `claim-held/${filing.id}/${now.getTime()}` };
  const recipient = filing.contact.email;
  await queueFilingMail(tx, { kind: 'claim-held', ...occasion, recipient, ...notice.letter }, now);
}

/** @throws Refused 'chooseDocuments', 'documentsNeedless' */
async function requireDocuments(tx: Tx, filingId: string, remedy: HoldRemedy, ids: string[]): Promise<void> {
  if (remedy === 'none') {
    if (ids.length > 0) throw new Refused('documentsNeedless');
    return;
  }
  const own = and(eq(documents.filingId, filingId), inArray(documents.id, ids));
  if (ids.length === 0 || (await tx.$count(documents, own)) !== new Set(ids).size)
    throw new Refused('chooseDocuments');
}
