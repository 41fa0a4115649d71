import { createHash } from 'node:crypto';
import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { visibleTo } from '@/lib/data/filings';
import { filings, type MailState, outbox, profiles } from '@/lib/data/schema';
import { isUuid } from '@/lib/data/uuid';
import type { Actor } from '@/lib/domain/access';

const dayMs = 24 * 3_600_000;
const mostADay = 5;

type Sent = { id: string; repeatOf: string | null; state: MailState; bouncedAt: Date | null };

/** It did not arrive: it was refused, came back, or was not sent on. */
const isLost = ({ state, bouncedAt }: Pick<Sent, 'state' | 'bouncedAt'>) =>
  bouncedAt !== null || state === 'failed';

const originalOf = ({ id, repeatOf }: Pick<Sent, 'id' | 'repeatOf'>) => repeatOf ?? id;

/**
 * What did not arrive, each message once: the last of it and its repeats, where none of them arrived or still may.
 * @param mails those about a filing, the oldest first
 */
export function undelivered<Mail extends Sent>(mails: Mail[]): Mail[] {
  return mails.filter((mail) => {
    const same = mails.filter((other) => originalOf(other) === originalOf(mail));
    return same.every(isLost) && same.at(-1) === mail;
  });
}

/**
 * Sends a message about a filing, as it was written, to another address: it did not arrive. The contact information of
 * the filing stays as it was submitted.
 * @returns the filing's reference
 * @throws NotFound for another person's message, or one that arrived; Refused 'alreadySentAgain' where it went to this
 * address and nothing came back, 'tooManyTries' after five a day
 */
export async function sendAgain(actor: Actor, id: string, address: string, now: Date): Promise<string> {
  if (!isUuid(id)) throw new NotFound('mail');
  return db().transaction(async (tx) => {
    const [found] = await tx
      .select({ mail: outbox, reference: filings.reference })
      .from(outbox)
      .innerJoin(filings, eq(filings.id, outbox.filingId))
      .innerJoin(profiles, eq(profiles.id, filings.profileId))
      .where(and(eq(outbox.id, id), visibleTo(actor)));
    if (!found || !isLost(found.mail)) throw new NotFound('mail');
    const { mail, reference } = found;
    const repeatOf = originalOf(mail);
    const toAddress = and(eq(outbox.repeatOf, repeatOf), eq(outbox.recipient, address));
    const before = await tx
      .select({ state: outbox.state, bouncedAt: outbox.bouncedAt })
      .from(outbox)
      .where(toAddress);
    if (!before.every(isLost)) throw new Refused('alreadySentAgain');
    const today = and(isNotNull(outbox.repeatOf), gt(outbox.createdAt, new Date(now.getTime() - dayMs)));
    const ofFiling = eq(outbox.filingId, mail.filingId ?? '');
    if ((await tx.$count(outbox, and(ofFiling, today))) >= mostADay) throw new Refused('tooManyTries');
    const { kind, subject, html, text, attachments, filingId } = mail;
    const to = createHash('sha256').update(address).digest('hex');
    const dedupeKey = `again/${repeatOf}/${to}/${before.length}`;
    const copy = { kind, subject, html, text, attachments, filingId, repeatOf };
    const queued = await tx
      .insert(outbox)
      .values({ ...copy, dedupeKey, recipient: address, dueAt: now, createdAt: now })
      .onConflictDoNothing({ target: outbox.dedupeKey })
      .returning({ id: outbox.id });
    if (queued.length === 0) throw new Refused('alreadySentAgain');
    await record(tx, actor, { action: 'send mail again', subject: reference }, now);
    return reference;
  });
}
