import { and, eq, gte } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { type Actor, isStaff } from '@/lib/domain/access/access';
import type { AuditAction } from '@/lib/domain/access/audit';
import type { AuditDetail } from '@/lib/domain/access/audit-details';
import { currentRequestId } from '@/lib/request-id';

type Entry = {
  /** A verb in the imperative and its noun, such as `submit filing`. */
  action: AuditAction;
  /** A readable reference or an id: never a name, an address or a secret. */
  subject: string;
  outcome?: 'done' | 'refused';
  details?: { [name in AuditDetail]?: string | number };
};

/** Adds a line to the audit log, in the transaction of the act that it records. */
export async function record(tx: Db, actor: Actor, entry: Entry, now: Date): Promise<void> {
  await tx.insert(audit).values({
    ...entry,
    at: now,
    actor: actor.kind === 'user' ? actor.role : actor.kind,
    userId: actor.kind === 'user' ? actor.userId : undefined,
    ip: actor.kind === 'system' ? undefined : actor.ip,
    requestId: currentRequestId(),
  });
}

/**
 * Records that a signed-in person was refused. Nothing is recorded for anyone else: they are sent to sign in,
 * and could fill the log.
 */
export async function recordRefusal(actor: Actor, entry: Omit<Entry, 'outcome'>, now: Date): Promise<void> {
  if (actor.kind === 'user') await record(db(), actor, { ...entry, outcome: 'refused' }, now);
}

/** Records that staff looked at something. People who look at their own data leave no line. */
export async function recordView(
  actor: Actor,
  action: AuditAction,
  subject: string,
  now: Date,
): Promise<void> {
  if (isStaff(actor)) await record(db(), actor, { action, subject }, now);
}

/** Whether the log has a line of the same look by the same person since an instant. */
export async function hasViewed(
  actor: Actor,
  action: AuditAction,
  subject: string,
  since: Date,
): Promise<boolean> {
  if (actor.kind !== 'user') return false;
  const same = and(eq(audit.subject, subject), eq(audit.action, action), eq(audit.userId, actor.userId));
  return (await db().$count(audit, and(same, gte(audit.at, since)))) > 0;
}
