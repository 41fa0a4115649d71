import { type Db, db } from '@/lib/data/db';
import { audit } from '@/lib/data/schema';
import { type Actor, isStaff } from '@/lib/domain/access';

type Entry = {
  /** A verb in the imperative and its noun, such as `submit filing`. */
  action: string;
  /** A reference for humans or an id: never a name, an address or a secret. */
  subject: string;
  outcome?: 'done' | 'refused';
  details?: Record<string, string | number>;
};

/** Adds a line to the audit log, in the transaction of what it tells of. */
export async function record(tx: Db, actor: Actor, entry: Entry, now: Date): Promise<void> {
  await tx.insert(audit).values({
    ...entry,
    at: now,
    actor: actor.kind === 'user' ? actor.role : actor.kind,
    userId: actor.kind === 'user' ? actor.userId : undefined,
    ip: actor.kind === 'system' ? undefined : actor.ip,
  });
}

/**
 * Adds that someone who is signed in was refused. Nothing is added for anyone else: they are sent to sign in, and could
 * fill the log.
 */
export async function recordRefusal(actor: Actor, entry: Omit<Entry, 'outcome'>, now: Date): Promise<void> {
  if (actor.kind === 'user') await record(db(), actor, { ...entry, outcome: 'refused' }, now);
}

/** Adds that staff looked at something; what people see of their own leaves no line. */
export async function recordView(actor: Actor, action: string, subject: string, now: Date): Promise<void> {
  if (isStaff(actor)) await record(db(), actor, { action, subject }, now);
}
