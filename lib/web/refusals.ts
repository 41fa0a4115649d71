import { recordRefusal } from '@/lib/data/audit';
import type { Actor } from '@/lib/domain/access';
import { isReference } from '@/lib/domain/reference';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { withinLimit } from '@/lib/web/limit';

/** What was refused: a page or a file that was asked for, a page of staff's, or a form that was sent. */
export type RefusedAct = 'open page' | 'open file' | 'open staff page' | 'send form';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The reference or id in a path, the last one; anything else that stands there is the sender's own words. */
function subjectOf(path: string): string {
  return path.split('/').findLast((part) => isReference(part) || uuid.test(part)) ?? 'unknown';
}

/**
 * Notes that a signed-in person was refused, in the audit log; so many lines in five minutes at most, and beyond that in
 * the server's log alone.
 * @param path the address asked for, of which only a reference or an id is kept
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
