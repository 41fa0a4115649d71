import { recordRefusal } from '@/lib/data/audit/audit';
import type { Actor } from '@/lib/domain/access/access';
import { isReference } from '@/lib/domain/access/reference';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { withinLimit } from '@/lib/web/action/limit';

/** The act that was refused. */
export type RefusedAct = 'open page' | 'open file' | 'open staff page' | 'send form';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The last reference or id in a path. Any other part may be the sender's own words and is not recorded. */
function subjectOf(path: string): string {
  return path.split('/').findLast((part) => isReference(part) || uuid.test(part)) ?? 'unknown';
}

/**
 * Records in the audit log that a signed-in person was refused. Beyond a limit of lines in five minutes only
 * the server's log has the refusal.
 * @param path the requested path; only a reference or an id in it is recorded
 */
export async function noteRefusal(
  actor: Actor,
  action: RefusedAct,
  { path, why }: { path: string; why: string },
): Promise<void> {
  if (actor.kind !== 'user') return;
  log.info({ refusal: why }, action);
  if (!(await withinLimit('write', `refused ${actor.userId}`))) return;
  await recordRefusal(actor, { action, subject: subjectOf(path), details: { why } }, systemNow());
}
