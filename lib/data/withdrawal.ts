import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { requireFactor } from '@/lib/data/confirmation';
import { db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import type { Filing } from '@/lib/data/filing-lease';
import { lapseProposed } from '@/lib/data/hold';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { enter } from '@/lib/data/register';
import { filings, profiles } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';
import { statesBefore } from '@/lib/domain/filing';

type Write = (tx: Tx, filing: Filing) => Promise<Pick<NewMail, 'subject' | 'html' | 'text'>>;

/** Whose filing it is, or a registrar's. */
function mayWithdraw(actor: Actor): SQL | undefined {
  const own = db().select({ id: profiles.id }).from(profiles);
  const isOwn =
    actor.kind === 'user'
      ? inArray(filings.profileId, own.where(eq(profiles.userId, actor.userId)))
      : sql`false`;
  return or(can(actor, 'withdraw-filings') ? sql`true` : sql`false`, isOwn);
}

/**
 * Takes a filing back before it is issued. A number that was bound to it already is explained by a void entry
 * in the register; a worker that is about to issue it finds it gone. One that is withdrawn already stays so.
 * @throws NotFound for another person's; ConfirmationNeeded for a registrar; Refused 'alreadyIssued'
 */
export async function withdrawFiling(
  actor: Actor,
  reference: string,
  { now, courtNow }: { now: Date; courtNow: Date },
  write: Write,
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
    await tx
      .update(filings)
      .set({ state: 'withdrawn', withdrawnAt: courtNow, leaseToken: null, leaseUntil: null })
      .where(eq(filings.id, filing.id));
    await lapseProposed(tx, filing.id, courtNow);
    await record(tx, actor, { action: 'withdraw filing', subject: reference }, now);
    const mail = { dedupeKey: `claim-withdrawn/${filing.id}`, recipient: filing.contact.email };
    await queueMail(
      tx,
      { kind: 'claim-withdrawn', filingId: filing.id, ...mail, ...(await write(tx, filing)) },
      now,
    );
    const { fileNumber } = filing;
    if (fileNumber) await enter(tx, filing, { kind: 'void', fileNumber, recordedAt: courtNow });
  });
}
