import type { Db } from '@/lib/data/db';
import { audit } from '@/lib/data/schema';
import type { Actor } from '@/lib/domain/access';

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
