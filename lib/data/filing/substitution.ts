import { and, eq } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { replaceableBy } from '@/lib/data/access/ownership';
import { requireFactor } from '@/lib/data/access/require-factor';
import { record } from '@/lib/data/audit/audit';
import { getCalendarOf } from '@/lib/data/court/calendar';
import { type Db, db } from '@/lib/data/db/db';
import { substitutes } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { isUuid } from '@/lib/data/db/uuid';
import type { Filing } from '@/lib/data/filing/filing-lease';
import { type Notice, requireCurrent } from '@/lib/data/filing/filings';
import { lapseProposed, withoutHeld } from '@/lib/data/filing/hold';
import {
  lockHeld,
  makeNewest,
  type NewSubstitute,
  requireHeldFor,
  type Substitute,
  settleSubstitute,
  storeSubstitute,
} from '@/lib/data/filing/substitutes';
import { type FilingMail, queueFilingMail } from '@/lib/data/mail/filing-mail';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { type Actor, can, type UserActor } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';
import type { IsoDate } from '@/lib/domain/court/day';
import { stillAsked } from '@/lib/domain/filing/holds/asked';
import { replacementDate } from '@/lib/domain/filing/substitute';

/**
 * The two substitutes for a document that could not be sealed. A repaired copy has the same content: a
 * registrar confirms that, and the claim keeps its date. A replacement is another document: it is taken at
 * once, and the claim bears the date of its receipt (r. 4.05(8)). Both files are kept. A filing that is on hold for several
 * documents goes on once it has the last of them.
 */

/** The document to be substituted. */
export type HeldDocument = { reference: string; documentId: string };

/**
 * Offers a repaired copy, which awaits a registrar.
 * @throws NotFound for another person's filing or document; Refused 'notOnHold'
 */
export async function offerRepairedCopy(
  actor: UserActor,
  { reference, documentId }: HeldDocument,
  file: NewSubstitute,
  times: Times,
): Promise<void> {
  await db().transaction(async (tx) => {
    const filing = await lockHeld(tx, and(eq(filings.reference, reference), replaceableBy(actor)));
    await requireHeldFor(tx, filing, documentId, 'repaired-copy');
    await storeSubstitute(tx, actor, filing, { kind: 'repaired-copy', documentId, ...file }, times);
  });
}

/**
 * Replaces a document, under the date that the filer accepted for the replacement.
 * @param notice tells the filer
 * @throws NotFound for another person's filing or document; Refused 'notOnHold', 'replacementDateChanged';
 *   Outdated if the notice names another date than the filing bears
 */
export async function replaceDocument(
  actor: UserActor,
  { reference, documentId, promised }: HeldDocument & { promised: IsoDate },
  file: NewSubstitute,
  notice: Notice,
  times: Times,
): Promise<void> {
  const { now, courtNow } = times;
  await db().transaction(async (tx) => {
    const filing = await lockHeld(tx, and(eq(filings.reference, reference), replaceableBy(actor)));
    await requireHeldFor(tx, filing, documentId, 'replacement');
    await requireReplacementDate(filing, promised, courtNow, tx);
    requireCurrent(filing, notice, stillAsked(filing, documentId).length);

    const substitute = await storeSubstitute(
      tx,
      actor,
      filing,
      { kind: 'replacement', documentId, ...file },
      times,
    );
    await settleSubstitute(tx, actor, substitute, { state: 'approved', reason: '' }, courtNow);
    await makeNewest(tx, substitute);
    // Another document needs a new decision.
    const anew = {
      ...withoutHeld(filing, documentId, promised, courtNow),
      ...{ issueOn: promised, decidedAt: null },
    };
    await tx.update(filings).set(anew).where(eq(filings.id, filing.id));
    await lapseProposed(tx, filing.id, courtNow, documentId);
    const details = { issueOn: promised };
    await record(tx, actor, { action: 'replace document', subject: reference, details }, now);
    await queueFilingMail(tx, decisionMail(filing, substitute, notice), now);
    if (promised === filing.issueOn) return;
    const { fileNumber } = filing;
    const entry = { kind: 'redated' as const, fileNumber, recordedAt: courtNow };
    await appendRegisterEntry(tx, { ...filing, issueOn: promised }, entry);
  });
}

/**
 * Decides on a repaired copy. If approved, it takes the document's place, and the filing is issued under its
 * own date. If refused, the filing stays on hold.
 * @param notice tells the filer the decision and its reason
 * @throws NotFound for anyone but a registrar or an unknown copy; ConfirmationNeeded; Refused 'notOnHold',
 *   'alreadyDecided', 'ownCopy' for who offered it at the counter; Outdated if the notice names another date than the filing bears
 */
export async function decideSubstitute(
  actor: Actor,
  id: string,
  { approve, reason }: { approve: boolean; reason: string },
  notice: Notice,
  { now, courtNow }: Times,
): Promise<void> {
  if (!can(actor, 'decide-substitutes') || actor.kind !== 'user' || !isUuid(id))
    throw new NotFound('substitute');
  requireFactor(actor, 'decide substitute', now);
  await db().transaction(async (tx) => {
    const [offered] = await tx.select().from(substitutes).where(eq(substitutes.id, id));
    if (!offered) throw new NotFound('substitute');
    const filing = await lockHeld(tx, eq(filings.id, offered.filingId));
    const [substitute] = await tx.select().from(substitutes).where(eq(substitutes.id, id));
    if (substitute?.state !== 'proposed') throw new Refused('alreadyDecided');
    if (substitute.certifiedBy === actor.userId) throw new Refused('ownCopy');
    const { documentId } = substitute;
    requireCurrent(filing, notice, approve ? stillAsked(filing, documentId).length : 0);

    await settleSubstitute(
      tx,
      actor,
      substitute,
      { state: approve ? 'approved' : 'refused', reason },
      courtNow,
    );
    if (approve) {
      await makeNewest(tx, substitute);
      const anew = withoutHeld(filing, documentId, filing.issueOn, courtNow);
      await tx.update(filings).set(anew).where(eq(filings.id, filing.id));
      await lapseProposed(tx, filing.id, courtNow, documentId);
    }
    const { reference: subject, issueOn } = filing;
    const action = approve ? 'approve substitute' : 'refuse substitute';
    await record(tx, actor, { action, subject, ...(approve && { details: { issueOn } }) }, now);
    await queueFilingMail(tx, decisionMail(filing, substitute, notice), now);
  });
}

/**
 * No document is replaced under a date that the filer did not accept.
 * @param promised the date that the page promised the filer
 * @throws Refused 'replacementDateChanged'
 */
export async function requireReplacementDate(
  { issueOn, claim }: Pick<Filing, 'issueOn' | 'claim'>,
  promised: string,
  receivedAt: Date,
  tx: Db = db(),
): Promise<void> {
  const date = replacementDate(issueOn, receivedAt, await getCalendarOf(claim.court, tx));
  if (date !== promised) throw new Refused('replacementDateChanged');
}

function decisionMail(filing: Filing, { id }: Substitute, { letter }: Notice): FilingMail {
  const occasion = { kind: 'substitute-decided' as const, dedupeKey: `substitute-decided/${id}` };
  return { ...occasion, filingId: filing.id, recipient: filing.contact.email, ...letter };
}
