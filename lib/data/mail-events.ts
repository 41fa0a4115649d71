import { and, eq, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { filings, mailEvents, outbox } from '@/lib/data/schema';

/** What the provider reports of a message it had accepted. */
export type MailEvent = {
  /** Of the report itself: the same report may come twice. */
  id: string;
  /** The provider's id of the message. */
  providerId: string;
  type: string;
  at: Date;
};

/** What is kept of a report in the message's own row, by its type. */
const kept: Record<string, 'deliveredAt' | 'bouncedAt' | 'complainedAt'> = {
  'email.delivered': 'deliveredAt',
  'email.bounced': 'bouncedAt',
  'email.complained': 'complainedAt',
};

/** Keeps a report once, in whatever order reports come; one of a message that nobody knows is kept as well. */
export async function recordMailEvent(event: MailEvent, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    const added = await tx
      .insert(mailEvents)
      .values({ ...event, createdAt: now })
      .onConflictDoNothing()
      .returning();
    const column = kept[event.type];
    if (added.length === 0 || !column) return;
    const ofMessage = eq(outbox.providerId, event.providerId);
    const [changed] = await tx
      .update(outbox)
      .set({ [column]: event.at })
      .where(and(ofMessage, isNull(outbox[column])))
      .returning({ filingId: outbox.filingId });
    if (column !== 'bouncedAt' || !changed?.filingId) return;
    const [filing] = await tx
      .select({ reference: filings.reference })
      .from(filings)
      .where(eq(filings.id, changed.filingId));
    if (!filing) return;
    const entry = { action: 'mail bounced', subject: filing.reference, outcome: 'refused' as const };
    await record(tx, { kind: 'system' }, entry, now);
  });
}
