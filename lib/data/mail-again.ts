import { createHash } from 'node:crypto';
import { and, eq, gt, isNotNull, or } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { visibleTo } from '@/lib/data/filings';
import { filings, outbox, profiles } from '@/lib/data/schema';
import { isUuid } from '@/lib/data/uuid';
import type { Actor } from '@/lib/domain/access';

const dayMs = 24 * 3_600_000;
const mostADay = 5;

/**
 * Sends a message about a filing, as it was written, to another address: it bounced or was refused. The contact
 * information of the filing stays as it was submitted.
 * @throws NotFound for another person's message, or one that arrived; Refused 'tooManyTries' after five a day
 */
export async function sendAgain(actor: Actor, id: string, address: string, now: Date): Promise<void> {
  if (!isUuid(id)) throw new NotFound('mail');
  await db().transaction(async (tx) => {
    const [found] = await tx
      .select({ mail: outbox, reference: filings.reference })
      .from(outbox)
      .innerJoin(filings, eq(filings.id, outbox.filingId))
      .innerJoin(profiles, eq(profiles.id, filings.profileId))
      .where(
        and(eq(outbox.id, id), or(isNotNull(outbox.bouncedAt), eq(outbox.state, 'failed')), visibleTo(actor)),
      );
    if (!found) throw new NotFound('mail');
    const { mail, reference } = found;
    const today = and(isNotNull(outbox.repeatOf), gt(outbox.createdAt, new Date(now.getTime() - dayMs)));
    const ofFiling = eq(outbox.filingId, mail.filingId ?? '');
    if ((await tx.$count(outbox, and(ofFiling, today))) >= mostADay) throw new Refused('tooManyTries');
    const { kind, subject, html, text, attachments, filingId } = mail;
    const dedupeKey = `again/${id}/${createHash('sha256').update(address).digest('hex')}`;
    const copy = { kind, subject, html, text, attachments, filingId, repeatOf: id };
    await tx
      .insert(outbox)
      .values({ ...copy, dedupeKey, recipient: address, dueAt: now, createdAt: now })
      .onConflictDoNothing({ target: outbox.dedupeKey });
    await record(tx, actor, { action: 'send mail again', subject: reference }, now);
  });
}
