import { and, asc, desc, eq, inArray, max, type SQL } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { getCalendar } from '@/lib/data/calendar';
import { requireFactor } from '@/lib/data/confirmation';
import { type Db, db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import type { Filing } from '@/lib/data/filing-lease';
import { getFiling, visibleTo } from '@/lib/data/filings';
import { lapseProposed, released } from '@/lib/data/hold';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { strikePending } from '@/lib/data/pending-files';
import { moveDate } from '@/lib/data/redating';
import { documents, documentVersions, filings, profiles, repairs } from '@/lib/data/schema';
import { isUuid } from '@/lib/data/uuid';
import { type Actor, can, type UserActor } from '@/lib/domain/access';
import type { IsoDate } from '@/lib/domain/day';
import { type RepairKind, replacementDate, type TextComparison } from '@/lib/domain/repair';
import type { Place } from '@/lib/pdf/order';

type Times = { now: Date; courtNow: Date };
export type Repair = typeof repairs.$inferSelect;
/** What a repair came to, for the e-mail to the filer; `issueOn` is the date that the claim now bears. */
export type RepairOutcome = {
  filing: Filing;
  outcome: 'replaced' | 'approved' | 'refused';
  issueOn: string;
  reason: string;
};
type Write = (tx: Tx, decided: RepairOutcome) => Promise<Pick<NewMail, 'subject' | 'html' | 'text'>>;

/** A copy that lies in storage and can be sealed. */
export type Copy = {
  kind: RepairKind;
  name: string;
  storageKey: string;
  /** Under which it was put there, noted as pending. */
  customId: string;
  size: number;
  pages: number;
  sha256: string;
  place: Place | null;
  comparison: TextComparison;
};

/**
 * The document of the actor's own filing on hold for which a copy may be offered.
 * @throws NotFound; Refused 'notOnHold'
 */
export async function getHeldDocument(actor: UserActor, reference: string, documentId: string) {
  const mine = and(eq(filings.reference, reference), inArray(filings.profileId, profilesOf(db(), actor)));
  if ((await db().$count(filings, mine)) === 0) throw new NotFound('filing');
  const filing = await getFiling(actor, reference);
  const document = filing.documents.find(({ id }) => id === documentId);
  if (!document) throw new NotFound('document');
  if (filing.state !== 'held' || !isHeldFor(filing, documentId)) throw new Refused('notOnHold');
  return document;
}

/** What went on hold before documents were named is held for any of them. */
const isHeldFor = ({ heldDocument }: { heldDocument: string | null }, documentId: string) =>
  heldDocument === null || heldDocument === documentId;

/** The ids of the actor's own profile, for a query. */
function profilesOf(tx: Db, actor: UserActor) {
  return tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.userId, actor.userId));
}

/**
 * The copies that were offered for a filing, the newest first, for its filer and for staff.
 * @throws NotFound
 */
export async function listRepairs(actor: Actor, reference: string): Promise<Repair[]> {
  const { id } = await getFiling(actor, reference);
  return db().select().from(repairs).where(eq(repairs.filingId, id)).orderBy(desc(repairs.receivedAt));
}

/** One copy, for its filer and for staff. @throws NotFound */
export async function getRepair(actor: Actor, id: string): Promise<Repair> {
  if (!isUuid(id)) throw new NotFound('repair');
  const [row] = await db()
    .select({ repair: repairs })
    .from(repairs)
    .innerJoin(filings, eq(filings.id, repairs.filingId))
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
    .where(and(eq(repairs.id, id), visibleTo(actor)));
  if (!row) throw new NotFound('repair');
  return row.repair;
}

/**
 * Offers a copy in the place of a document that could not be sealed. One of the same content waits for a
 * registrar; a replacement is taken at once, and the claim takes the date of its receipt (r. 4.05(8)). Both
 * files are kept.
 * @throws NotFound for another person's filing or document; Refused 'notOnHold', 'replacementDateChanged'
 */
export async function offerRepair(
  actor: UserActor,
  { reference, documentId, promised }: { reference: string; documentId: string; promised: string },
  { customId, ...copy }: Copy,
  times: Times,
  write: Write,
): Promise<void> {
  await db().transaction(async (tx) => {
    const mine = inArray(filings.profileId, profilesOf(tx, actor));
    const filing = await lockHeld(tx, and(eq(filings.reference, reference), mine));
    const [document] = await tx
      .select()
      .from(documents)
      .where(and(eq(documents.id, documentId), eq(documents.draftId, filing.draftId)));
    if (!document) throw new NotFound('document');
    if (!isHeldFor(filing, documentId)) throw new Refused('notOnHold');
    const isReplacement = copy.kind === 'replacement';
    if (isReplacement) await keepPromise(tx, filing, promised, times.courtNow);
    const row = {
      ...copy,
      filingId: filing.id,
      documentId,
      receivedAt: times.courtNow,
      certifiedBy: actor.userId,
    };
    const [repair] = await tx.insert(repairs).values(row).returning();
    if (!repair) throw new Error('the repair was not stored');
    if (!(await strikePending(tx, [customId]))) throw new Error('the copy was swept meanwhile');
    const details = { kind: copy.kind, sha256: copy.sha256 };
    await record(tx, actor, { action: 'offer repair', subject: reference, details }, times.now);
    if (isReplacement) await take(tx, actor, filing, repair, { on: promised, reason: '' }, times, write);
  });
}

/** Nothing is replaced under a date that the filer did not accept. @throws Refused 'replacementDateChanged' */
async function keepPromise(tx: Tx, { issueOn }: Filing, promised: string, receivedAt: Date): Promise<void> {
  const date = replacementDate(issueOn, receivedAt, await getCalendar(tx));
  if (date !== promised) throw new Refused('replacementDateChanged');
}

/**
 * A registrar's decision on a copy of the same content: taken, it keeps the date of receipt and the filing is
 * issued; refused, the filing stays on hold and the filer is told why.
 * @throws NotFound for anyone else or an unknown copy; ConfirmationNeeded; Refused 'notOnHold', 'alreadyDecided'
 */
export async function decideRepair(
  actor: Actor,
  id: string,
  { approve, reason }: { approve: boolean; reason: string },
  times: Times,
  write: Write,
): Promise<void> {
  if (!can(actor, 'decide-repairs') || actor.kind !== 'user' || !isUuid(id)) throw new NotFound('repair');
  requireFactor(actor, 'decide repair', times.now);
  await db().transaction(async (tx) => {
    const [found] = await tx.select().from(repairs).where(eq(repairs.id, id));
    if (!found) throw new NotFound('repair');
    const filing = await lockHeld(tx, eq(filings.id, found.filingId));
    const [repair] = await tx.select().from(repairs).where(eq(repairs.id, id));
    if (repair?.state !== 'proposed') throw new Refused('alreadyDecided');
    if (approve) return take(tx, actor, filing, repair, { on: filing.issueOn, reason }, times, write);
    await settle(tx, actor, repair, 'refused', reason, times);
    await record(tx, actor, { action: 'refuse repair', subject: filing.reference }, times.now);
    await tell(tx, repair, { filing, outcome: 'refused', issueOn: filing.issueOn, reason }, times, write);
  });
}

async function lockHeld(tx: Tx, which: SQL | undefined): Promise<Filing> {
  const [filing] = await tx.select().from(filings).where(which).for('update');
  if (!filing) throw new NotFound('filing');
  if (filing.state !== 'held') throw new Refused('notOnHold');
  return filing;
}

/** The copy becomes the document's newest version, and the filing goes back to the queue, to bear the date `on`. */
async function take(
  tx: Tx,
  actor: UserActor,
  filing: Filing,
  repair: Repair,
  { on, reason }: { on: IsoDate; reason: string },
  times: Times,
  write: Write,
): Promise<void> {
  const { documentId, storageKey, size, sha256, place } = repair;
  const [newest] = await tx
    .select({ version: max(documentVersions.version) })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId));
  const version = Math.max(2, (newest?.version ?? 0) + 1);
  await tx.insert(documentVersions).values({ documentId, version, storageKey, size, sha256 });
  await tx.update(documents).set({ place }).where(eq(documents.id, documentId));
  await settle(tx, actor, repair, 'approved', reason, times);
  const isReplacement = repair.kind === 'replacement';
  // Another document is decided anew.
  const anew = { ...released(on, times.courtNow), ...(isReplacement && { decidedAt: null }) };
  await tx.update(filings).set(anew).where(eq(filings.id, filing.id));
  await lapseProposed(tx, filing.id, times.courtNow);
  const outcome = isReplacement ? 'replaced' : 'approved';
  const finish = async () => {
    const action = isReplacement ? 'replace document' : 'approve repair';
    await record(tx, actor, { action, subject: filing.reference, details: { issueOn: on } }, times.now);
    await tell(tx, repair, { filing, outcome, issueOn: on, reason }, times, write);
  };
  if (on === filing.issueOn) await finish();
  else await moveDate(tx, filing, on, times, finish);
}

async function settle(
  tx: Tx,
  actor: UserActor,
  { id }: Repair,
  state: 'approved' | 'refused',
  reason: string,
  { courtNow }: Times,
): Promise<void> {
  const decision = { state, reason, decidedBy: actor.userId, decidedAt: courtNow };
  await tx
    .update(repairs)
    .set(decision)
    .where(and(eq(repairs.id, id), eq(repairs.state, 'proposed')));
}

async function tell(
  tx: Tx,
  { id }: Repair,
  decided: RepairOutcome,
  { now }: Times,
  write: Write,
): Promise<void> {
  const { filing } = decided;
  const mail = {
    dedupeKey: `repair-decided/${id}`,
    recipient: filing.contact.email,
    ...(await write(tx, decided)),
  };
  await queueMail(tx, { kind: 'repair-decided', filingId: filing.id, ...mail }, now);
}

/**
 * References of filings with copies that wait for a registrar, the longest waiting first; 20 at most.
 * @throws NotFound
 */
export async function listWaitingRepairs(actor: Actor): Promise<string[]> {
  if (!can(actor, 'read-filings')) throw new NotFound('repairs');
  const rows = await db()
    .select({ reference: filings.reference })
    .from(repairs)
    .innerJoin(filings, eq(filings.id, repairs.filingId))
    .where(and(eq(repairs.state, 'proposed'), inArray(filings.state, ['held'])))
    .orderBy(asc(repairs.receivedAt))
    .limit(20);
  return rows.map(({ reference }) => reference);
}
