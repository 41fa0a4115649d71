import { and, asc, eq, inArray } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { oneKeyIdsOf } from '@/lib/data/audit/one-key-ids';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { outbox } from '@/lib/data/db/schema/mail';
import { isUuid } from '@/lib/data/db/uuid';
import { type Actor, can } from '@/lib/domain/access/access';
import { type AuditAction, FILING_ACTS, namesOfAction, presentAction } from '@/lib/domain/access/audit';
import type { MailKind } from '@/lib/domain/filing/mail-kind';

/** What became of a message: when it was written, left, arrived, came back, or was called unwanted. */
const MAIL_STEPS = ['queued', 'sent', 'delivered', 'bounced', 'complained'] as const;

type Act = {
  at: Date;
  action: AuditAction;
  actor: (typeof audit.$inferSelect)['actor'];
  outcome: (typeof audit.$inferSelect)['outcome'];
  oneKeyId: string | null;
  details: Record<string, string | number>;
};
type MailStep = {
  at: Date;
  step: (typeof MAIL_STEPS)[number];
  mail: MailKind;
  recipient: string;
  id: string;
};

/** One thing that happened to a filing. */
export type TimelineEvent = { key: string } & (({ kind: 'act' } & Act) | ({ kind: 'mail' } & MailStep));

/**
 * What happened to a filing, from its receipt to the last report about its e-mail, the earliest first, with what failed;
 * acts that only looked at it are left out. People in details have their ONE-key IDs.
 * @throws NotFound for anyone but staff
 */
export async function listTimeline(
  actor: Actor,
  filing: { id: string; reference: string },
): Promise<TimelineEvent[]> {
  if (!can(actor, 'read-filings')) throw new NotFound('filing');
  const [acts, mails] = [await actsOn(filing.reference), await stepsOf(filing.id)];
  return [...acts, ...mails].sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function actsOn(reference: string): Promise<TimelineEvent[]> {
  const rows = await db()
    .select({
      ...{ entry: audit.entry, at: audit.at, actor: audit.actor, action: audit.action },
      ...{ userId: audit.userId, details: audit.details, outcome: audit.outcome },
    })
    .from(audit)
    .where(and(eq(audit.subject, reference), inArray(audit.action, FILING_ACTS.flatMap(namesOfAction))))
    .orderBy(asc(audit.entry))
    .limit(500);
  const ids = rows.flatMap(({ userId, details }) => [userId, ...Object.values(details ?? {})]);
  const named = ids.filter((id): id is string => typeof id === 'string' && isUuid(id));
  const names = await oneKeyIdsOf(new Set(named));
  const withNames = (details: Act['details'] | null) =>
    Object.fromEntries(
      Object.entries(details ?? {}).map(([name, value]) => [name, names.get(String(value)) ?? value]),
    );
  return rows.map(({ entry, action, userId, details, ...row }) => ({
    ...{ kind: 'act', key: `act-${entry}`, ...row, action: presentAction(action) },
    ...{ oneKeyId: names.get(userId ?? '') ?? null, details: withNames(details) },
  }));
}

async function stepsOf(filingId: string): Promise<TimelineEvent[]> {
  const rows = await db()
    .select({
      ...{ id: outbox.id, mail: outbox.kind, recipient: outbox.recipient, queued: outbox.createdAt },
      ...{ sent: outbox.sentAt, delivered: outbox.deliveredAt },
      ...{ bounced: outbox.bouncedAt, complained: outbox.complainedAt },
    })
    .from(outbox)
    .where(eq(outbox.filingId, filingId));
  return rows.flatMap(({ id, mail, recipient, ...at }) =>
    MAIL_STEPS.flatMap((step) => {
      const when = at[step];
      return when
        ? [{ kind: 'mail', key: `${id}-${step}`, at: when, step, mail, recipient, id } as const]
        : [];
    }),
  );
}
