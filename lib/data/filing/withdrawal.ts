import { and, eq, type SQL, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { ownedBy } from '@/lib/data/access/ownership';
import { requireFactor } from '@/lib/data/access/require-factor';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { noLease } from '@/lib/data/db/lease';
import { filings } from '@/lib/data/db/schema/filing';
import { type Notice, requireCurrent } from '@/lib/data/filing/filings';
import { lapseProposed } from '@/lib/data/filing/hold';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { type Actor, can } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';
import { statesBefore } from '@/lib/domain/filing/filing';

/** A condition for the filings that the actor may withdraw: their own, or for a registrar every filing. */
function mayWithdraw(actor: Actor): SQL {
  return can(actor, 'withdraw-filings') ? sql`true` : ownedBy(actor);
}

/**
 * Withdraws a filing before it is issued. If a number was already bound to it, a void entry in the register
 * explains that number. A worker that is about to issue the filing finds it gone. A second withdrawal changes
 * nothing.
 * @param notice tells the filer
 * @throws NotFound for another person's; ConfirmationNeeded for a registrar; Refused 'alreadyIssued';
 *   Outdated if the notice names another date than the filing bears
 */
export async function withdrawFiling(
  actor: Actor,
  reference: string,
  notice: Notice,
  { now, courtNow }: Times,
): Promise<void> {
  if (can(actor, 'withdraw-filings')) requireFactor(actor, 'withdraw filing', now);
  await db().transaction(async (tx) => {
    const [filing] = await tx
      .select()
      .from(filings)
      .where(and(eq(filings.reference, reference), mayWithdraw(actor)))
      .for('update');
    if (!filing) throw new NotFound('filing');
    if (filing.state === 'withdrawn') return;
    if (!statesBefore('withdrawn').includes(filing.state)) throw new Refused('alreadyIssued');
    requireCurrent(filing, notice);

    await tx
      .update(filings)
      .set({ state: 'withdrawn', withdrawnAt: courtNow, ...noLease })
      .where(eq(filings.id, filing.id));
    await lapseProposed(tx, filing.id, courtNow);
    await record(tx, actor, { action: 'withdraw filing', subject: reference }, now);
    const occasion = { filingId: filing.id, dedupeKey: `claim-withdrawn/${filing.id}` };
    const recipient = filing.contact.email;
    await queueFilingMail(tx, { kind: 'claim-withdrawn', ...occasion, recipient, ...notice.letter }, now);
    const { fileNumber } = filing;
    if (fileNumber) await appendRegisterEntry(tx, filing, { kind: 'void', fileNumber, recordedAt: courtNow });
  });
}
