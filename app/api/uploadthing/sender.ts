import { MustWait } from '@/lib/data/errors';
import type { UserActor } from '@/lib/domain/access';
import { type LimitName, secondsToWait } from '@/lib/web/limit';
import { isFromOurPages } from '@/lib/web/origin';
import { currentActor } from '@/lib/web/session';

/** Why nothing is taken from a request; the keys are under `errors`. */
export type SenderRefusal = 'sentFromElsewhere' | 'uploadSignedOut';

type Sender = UserActor | SenderRefusal | MustWait;

/** Whether something is taken from the sender. */
export const isSomeone = (sender: Sender): sender is UserActor =>
  typeof sender === 'object' && !(sender instanceof MustWait);

/** Who sends something: a signed-in person, from one of our pages, not too often. Counts as activity of the session. */
export async function findSender(request: Request, limit: LimitName): Promise<Sender> {
  if (!isFromOurPages(request.headers)) return 'sentFromElsewhere';
  const actor = await currentActor();
  if (actor.kind !== 'user') return 'uploadSignedOut';
  const seconds = await secondsToWait(limit, actor.userId);
  return seconds > 0 ? new MustWait(seconds) : actor;
}
