import { and, eq, type SQL } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { ownedBy } from '@/lib/data/access/ownership';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { noLease } from '@/lib/data/db/lease';
import { filings } from '@/lib/data/db/schema/filing';
import type { Filing } from '@/lib/data/filing/filing-lease';
import { type Notice, requireCurrent } from '@/lib/data/filing/filings';
import { lapseProposed } from '@/lib/data/filing/hold';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { type Actor, can } from '@/lib/domain/access/access';
import { basisOf } from '@/lib/domain/approval/in-short';
import type { Change } from '@/lib/domain/approval/proposal';
import { isCorrection } from '@/lib/domain/claim/later/correction';
import { courtDay, type Times } from '@/lib/domain/court/calendar';
import { statesBefore } from '@/lib/domain/filing/filing';

/**
 * Withdraws the actor's own filing before it is issued. A second withdrawal changes nothing.
 * @param notice tells the filer
 * @throws NotFound for another person's; Refused 'alreadyIssued'; Outdated if the notice names another date than
 *   the filing bears
 */
export async function withdrawFiling(
  actor: Actor,
  reference: string,
  notice: Notice,
  times: Times,
): Promise<void> {
  await db().transaction(async (tx) => {
    const filing = await lockFiling(tx, and(eq(filings.reference, reference), ownedBy(actor)));
    // What the court filed beside a claim is not its filer's to withdraw.
    if (isCorrection(filing.laterKind)) throw new NotFound('filing');
    if (filing.state !== 'withdrawn') await withdraw(tx, actor, filing, { notice }, times);
  });
}

type Withdrawal = Extract<Change, { kind: 'withdraw-filing' }>;

/**
 * The same for any filing, in the transaction that approves it. The audit log keeps upon what.
 * @throws NotFound for anyone but a registrar; Refused and Outdated as above
 */
export async function withdrawForCourt(
  actor: Actor,
  change: Withdrawal,
  notice: Notice,
  times: Times,
  tx: Tx,
): Promise<void> {
  if (!can(actor, 'withdraw-filings')) throw new NotFound('filing');
  const filing = await lockFiling(tx, eq(filings.reference, change.reference));
  await withdraw(tx, actor, filing, { notice, details: basisOf(change) }, times);
}

/**
 * Staff withdraw a filing at its filer's request, or as a judge ordered, and in neither case upon a day to come.
 * @throws Refused 'enterBasis', 'enterJudge', 'basisInFuture'
 */
export function requireBasis(
  { basis, basisOn, judge }: Pick<Withdrawal, 'basis' | 'basisOn' | 'judge'>,
  courtNow: Date,
): void {
  if (!basis || !basisOn) throw new Refused('enterBasis');
  if (basis === 'order' && !judge) throw new Refused('enterJudge');
  if (basisOn > courtDay(courtNow)) throw new Refused('basisInFuture');
}

async function lockFiling(tx: Tx, which: SQL | undefined): Promise<Filing> {
  const [filing] = await tx.select().from(filings).where(which).for('update');
  if (!filing) throw new NotFound('filing');
  return filing;
}

/** @throws Refused 'alreadyIssued' */
export function requireWithdrawable({ state }: Pick<Filing, 'state'>): void {
  if (!statesBefore('withdrawn').includes(state)) throw new Refused('alreadyIssued');
}

/**
 * If a number was already bound to the filing, a void entry in the register explains that number. A worker that
 * is about to issue the filing finds it gone.
 */
async function withdraw(
  tx: Tx,
  actor: Actor,
  filing: Filing,
  { notice, details }: { notice: Notice; details?: Record<string, string> },
  { now, courtNow }: Times,
): Promise<void> {
  requireWithdrawable(filing);
  requireCurrent(filing, notice);
  await tx
    .update(filings)
    .set({ state: 'withdrawn', withdrawnAt: courtNow, ...noLease })
    .where(eq(filings.id, filing.id));
  await lapseProposed(tx, filing.id, courtNow);
  const entry = {
    action: 'withdraw filing',
    subject: filing.reference,
    ...(details && { details }),
  } as const;
  await record(tx, actor, entry, now);
  const occasion = { filingId: filing.id, dedupeKey: `claim-withdrawn/${filing.id}` };
  const recipient = filing.contact.email;
  await queueFilingMail(tx, { kind: 'claim-withdrawn', ...occasion, recipient, ...notice.letter }, now);
  const { fileNumber } = filing;
  if (fileNumber) await appendRegisterEntry(tx, filing, { kind: 'void', fileNumber, recordedAt: courtNow });
}
