import { cache } from 'react';
import { countForMe } from '@/lib/data/approval/proposals';
import { countInPersonFor } from '@/lib/data/recovery/in-person';
import { isStaff } from '@/lib/domain/access/access';
import { systemNow } from '@/lib/services/clock';
import { currentActor } from '@/lib/web/session/session';

/** How many proposals and recoveries in person wait for this person, counted once for the navigation and the page. */
export const approvalsForMe = cache(async (): Promise<number> => {
  const actor = await currentActor();
  if (!isStaff(actor)) return 0;
  return (await countForMe(actor)) + (await countInPersonFor(actor, systemNow()));
});
