import { and, eq, inArray } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { type MailState, outbox } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';

/** States that the worker leaves to a person: refused for good, or nobody knows whether it arrived. */
const stuck: MailState[] = ['failed', 'uncertain'];

export function isStuck(state: MailState): boolean {
  return stuck.includes(state);
}

/**
 * Puts a message that did not go out into the queue again, as if it were new. One that is `uncertain` may then
 * arrive twice: that is for the person who asks to decide.
 * @throws NotFound, Refused 'nothingToRetry'
 */
export async function retryMail(actor: Actor, id: string, now: Date): Promise<void> {
  if (!can(actor, 'retry-mail')) throw new NotFound('mail');
  await db().transaction(async (tx) => {
    const retried = await tx
      .update(outbox)
      .set({
        state: 'queued',
        attempts: 0,
        firstAttemptAt: null,
        sender: null,
        dueAt: now,
        leaseUntil: null,
        leaseToken: null,
      })
      .where(and(eq(outbox.id, id), inArray(outbox.state, stuck)))
      .returning({ id: outbox.id });
    if (retried.length === 0) throw new Refused('nothingToRetry');
    await record(tx, actor, { action: 'retry mail', subject: id }, now);
  });
}
