import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { isFree, noLease } from '@/lib/data/db/lease';
import { restrictions } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { type MailState, outbox } from '@/lib/data/db/schema/mail';
import { isUuid } from '@/lib/data/db/uuid';
import { type Actor, can } from '@/lib/domain/access/access';
import { CLOSING, RESTRICTED_FILE } from '@/lib/domain/filing/restriction';

/** Messages that have not left, or perhaps not. */
export const unsent: MailState[] = ['unconfirmed', 'queued', 'failed', 'uncertain'];

/**
 * Stops every message about these filings that has not left, for their court file was closed.
 * @returns how many
 */
export async function suppressAbout(tx: Db, filingIds: string[]): Promise<number> {
  const stopped = await tx
    .update(outbox)
    .set({ ...noLease, state: 'suppressed', suppressedReason: RESTRICTED_FILE })
    .where(and(inArray(outbox.filingId, filingIds), inArray(outbox.state, unsent)))
    .returning({ id: outbox.id });
  return stopped.length;
}

export const mayBeStopped = (state: MailState): boolean => unsent.includes(state);

/**
 * Stops a message that has not left, or perhaps not. Nothing sends it any more.
 * @param reason is kept with it and in the audit log
 * @throws NotFound for anyone but staff; Refused 'nothingToStop', also while it is being sent
 */
export async function suppressMail(actor: Actor, id: string, reason: string, now: Date): Promise<void> {
  if (!can(actor, 'retry-mail') || !isUuid(id)) throw new NotFound('mail');
  await db().transaction(async (tx) => {
    const isWaiting = and(inArray(outbox.state, unsent), isFree(outbox, now), isMailOpenTo(actor));
    const stopped = await tx
      .update(outbox)
      .set({ ...noLease, state: 'suppressed', suppressedReason: reason })
      .where(and(eq(outbox.id, id), isWaiting))
      .returning({ id: outbox.id });
    if (stopped.length === 0) throw new Refused('nothingToStop');
    await record(tx, actor, { action: 'suppress mail', subject: id, details: { reason } }, now);
  });
}

/**
 * A condition for messages that the actor may see among those of the court: for clerks none about a court file that is
 * sealed or anonymised. The few filings of such files are looked up by their indexes.
 */
export function isMailOpenTo(actor: Actor): SQL | undefined {
  if (can(actor, 'read-restricted')) return undefined;
  const closed = sql`${restrictions} as r where r.lifted_at is null
    and r.kind in (${sql.join(
      CLOSING.map((kind) => sql`${kind}`),
      sql`, `,
    )})`;
  return sql`(${outbox.filingId} in (
    select f.id from ${filings} as f where f.file_number in (select r.file_number from ${closed})
    union all select f.id from ${filings} as f where f.filed_in in (select r.file_number from ${closed})
  )) is not true`;
}
