import { and, eq, notInArray } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import { db, type Tx } from '@/lib/data/db/db';
import { substitutes } from '@/lib/data/db/schema/document';
import { filings, holdReasons } from '@/lib/data/db/schema/filing';
import type { Notice } from '@/lib/data/filing/filings';
import { heldValues, type Placing, tellHold } from '@/lib/data/filing/holds/placing';
import { can, type UserActor } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';
import { askedDocuments, isTaken } from '@/lib/domain/filing/holds/asked';

/**
 * Gives a filing that is on hold another reason, or asks for other documents. It stays on hold since when it was, and keeps
 * its date. Copies that wait for a decision and are not asked for any more lapse.
 * @param seen the code of the reason that the person saw
 * @param notice tells the filer what is asked now
 * @throws NotFound for anyone but staff; Refused 'notOnHold', 'holdChanged' if a colleague was first, 'sameHold' if nothing
 *   would change, 'chooseDocuments' or 'documentsNeedless' as the reason asks; Outdated if the notice names another date
 */
export async function changeHold(
  actor: UserActor,
  reference: string,
  placing: Placing & { seen: string },
  notice: Notice,
  { now, courtNow }: Times,
): Promise<void> {
  if (!can(actor, 'hold-filings')) throw new NotFound('filing');
  const { chosen, documentIds, seen } = placing;
  await db().transaction(async (tx) => {
    const which = and(eq(filings.reference, reference), visibleTo(actor));
    const [filing] = await tx.select().from(filings).where(which).for('update');
    if (!filing) throw new NotFound('filing');
    if (filing.state !== 'held') throw new Refused('notOnHold');
    const before = await codeOf(tx, filing);
    if (before !== seen) throw new Refused('holdChanged');
    const asked = askedDocuments(filing);
    const isSame = asked?.length === documentIds.length && documentIds.every((id) => asked.includes(id));
    if (before === chosen.code && isSame) throw new Refused('sameHold');
    const values = await heldValues(tx, filing, placing, notice);
    await tx.update(filings).set(values).where(eq(filings.id, filing.id));
    await lapseUnasked(tx, filing.id, placing, courtNow);
    const details = { before, after: chosen.code };
    await tellHold(tx, actor, filing, placing, notice, now, { action: 'change hold', details });
  });
}

/** The code under which staff know the reason of a hold. */
async function codeOf(tx: Tx, { keptReasonId, holdReason }: typeof filings.$inferSelect): Promise<string> {
  if (keptReasonId === null) return holdReason ?? '';
  const [kept] = await tx
    .select({ code: holdReasons.code })
    .from(holdReasons)
    .where(eq(holdReasons.id, keptReasonId));
  return kept?.code ?? '';
}

async function lapseUnasked(
  tx: Tx,
  filingId: string,
  { chosen, documentIds }: Placing,
  courtNow: Date,
): Promise<void> {
  const isStillTaken = isTaken(chosen.remedy, 'repaired-copy');
  const unasked = isStillTaken ? notInArray(substitutes.documentId, documentIds) : undefined;
  await tx
    .update(substitutes)
    .set({ state: 'lapsed', decidedAt: courtNow })
    .where(and(eq(substitutes.filingId, filingId), eq(substitutes.state, 'proposed'), unasked));
}
