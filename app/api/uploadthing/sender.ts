import type { UserActor } from '@/lib/domain/access';
import { withinLimit } from '@/lib/web/limit';
import { isFromOurPages } from '@/lib/web/origin';
import { currentActor } from '@/lib/web/session';

/** Why nothing is taken from a request; the keys are under `errors`. */
export type SenderRefusal = 'sentFromElsewhere' | 'uploadSignedOut' | 'tooManyTries';

/** Who sends a file: a signed-in person, from one of our pages, not too often. Counts as activity of the session. */
export async function findSender(request: Request): Promise<UserActor | SenderRefusal> {
  if (!isFromOurPages(request.headers)) return 'sentFromElsewhere';
  const actor = await currentActor();
  if (actor.kind !== 'user') return 'uploadSignedOut';
  return (await withinLimit('write', actor.userId)) ? actor : 'tooManyTries';
}
