import { and, asc, eq, gte, isNull, lt, or } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { holdReasons } from '@/lib/data/db/schema/filing';
import { type Actor, can } from '@/lib/domain/access/access';
import type { Change, Wish } from '@/lib/domain/approval/proposal';
import { addDays, type IsoDate } from '@/lib/domain/court/day';
import { isActiveOn } from '@/lib/domain/filing/holds/kept-reason';

/** The catalogue of reasons for holds that registrars keep, in the transactions that approve its changes. */

export type KeptReason = typeof holdReasons.$inferSelect;
type Keeping = Extract<Change, { kind: 'keep-hold-reason' }>;
type Ending = Extract<Change, { kind: 'end-hold-reason' }>;

/** Every reason that was ever kept, by code and first day. @throws NotFound for anyone but staff */
export async function listKeptReasons(actor: Actor): Promise<KeptReason[]> {
  if (!can(actor, 'hold-filings')) throw new NotFound('reasons');
  return db().select().from(holdReasons).orderBy(asc(holdReasons.code), asc(holdReasons.activeFrom));
}

/** The reasons that staff may use on a day. @throws NotFound for anyone but staff */
export async function listActiveReasons(actor: Actor, day: IsoDate): Promise<KeptReason[]> {
  return (await listKeptReasons(actor)).filter((reason) => isActiveOn(reason, day));
}

/**
 * The change that a wished reason comes to: the version whose place it takes ends on the day before.
 * @throws Refused 'reasonOverlaps' where the code has words from that day on, or from a later one
 */
export async function keepingAtPresent(
  tx: Db,
  wish: Omit<Extract<Wish, { kind: 'keep-hold-reason' }>, 'kind'>,
): Promise<Omit<Keeping, 'version'>> {
  const { code, wordsEn, wordsFr, remedy, activeFrom, activeUntil } = wish;
  const later = and(eq(holdReasons.code, code), gte(holdReasons.activeFrom, activeFrom));
  if ((await tx.$count(holdReasons, later)) > 0) throw new Refused('reasonOverlaps');
  const [before] = await tx
    .select({ id: holdReasons.id, wordsEn: holdReasons.wordsEn, wordsFr: holdReasons.wordsFr })
    .from(holdReasons)
    .where(
      and(
        eq(holdReasons.code, code),
        lt(holdReasons.activeFrom, activeFrom),
        or(isNull(holdReasons.activeUntil), gte(holdReasons.activeUntil, activeFrom)),
      ),
    );
  const kept = { code, wordsEn, wordsFr, remedy, activeFrom, activeUntil };
  return { kind: 'keep-hold-reason', ...kept, before: before ?? null };
}

/**
 * The change that the end of a reason comes to.
 * @throws NotFound; Refused 'untilBeforeFrom', 'sameDate'
 */
export async function endingAtPresent(
  tx: Db,
  { id, activeUntil }: Pick<Ending, 'id' | 'activeUntil'>,
): Promise<Omit<Ending, 'version'>> {
  const [found] = await tx.select().from(holdReasons).where(eq(holdReasons.id, id));
  if (!found) throw new NotFound('reason');
  if (activeUntil < found.activeFrom) throw new Refused('untilBeforeFrom');
  if (activeUntil === found.activeUntil) throw new Refused('sameDate');
  const later = and(eq(holdReasons.code, found.code), gte(holdReasons.activeFrom, found.activeFrom));
  const versions = await tx.select().from(holdReasons).where(later);
  if (versions.some((one) => one.id !== id && one.activeFrom <= activeUntil))
    throw new Refused('reasonOverlaps');
  const { code, wordsEn, wordsFr, activeUntil: from } = found;
  return { kind: 'end-hold-reason', id, code, wordsEn, wordsFr, from, activeUntil };
}

/** Takes a reason into the catalogue. @throws NotFound for anyone but a registrar */
export async function keepHoldReason(actor: Actor, change: Keeping, now: Date, tx: Tx): Promise<void> {
  if (!can(actor, 'edit-hold-reasons')) throw new NotFound('reason');
  const { code, wordsEn, wordsFr, remedy, activeFrom, activeUntil, before } = change;
  if (before) {
    const ended = { activeUntil: addDays(activeFrom, -1) };
    await tx.update(holdReasons).set(ended).where(eq(holdReasons.id, before.id));
  }
  const row = { code, wordsEn, wordsFr, remedy, activeFrom, activeUntil, createdAt: now };
  await tx.insert(holdReasons).values(row);
  const details = { before: before?.wordsEn ?? 'nothing', after: wordsEn, activeFrom };
  await record(tx, actor, { action: 'keep hold reason', subject: code, details }, now);
}

/** Ends a reason on a day. Filings that are on hold for it stay so. @throws NotFound for anyone but a registrar */
export async function endHoldReason(
  actor: Actor,
  { id, code, from, activeUntil }: Ending,
  now: Date,
  tx: Tx,
): Promise<void> {
  if (!can(actor, 'edit-hold-reasons')) throw new NotFound('reason');
  await tx.update(holdReasons).set({ activeUntil }).where(eq(holdReasons.id, id));
  const details = { before: from ?? 'nothing', after: activeUntil };
  await record(tx, actor, { action: 'end hold reason', subject: code, details }, now);
}
