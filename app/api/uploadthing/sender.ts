import { MustWait } from '@/lib/data/access/errors';
import type { UserActor } from '@/lib/domain/access/access';
import { type LimitName, secondsToWait } from '@/lib/web/action/limit';
import { isFromOurPages } from '@/lib/web/http/origin';
import { currentActor } from '@/lib/web/session/session';

/** Why nothing is taken from a request; the keys are under `errors`. */
type SenderRefusal = 'sentFromElsewhere' | 'uploadSignedOut';

type Sender = UserActor | SenderRefusal | MustWait;

/**
 * The sender of a request: a signed-in person, from one of our pages, not too often. Counts as activity of
 * the session.
 */
export async function findSender(request: Request, limit: LimitName): Promise<Sender> {
  if (!isFromOurPages(request.headers)) return 'sentFromElsewhere';
  const actor = await currentActor();
  if (actor.kind !== 'user') return 'uploadSignedOut';
  const seconds = await secondsToWait(limit, actor.userId);
  return seconds > 0 ? new MustWait(seconds) : actor;
}
