import { cache } from 'react';
import { countForMe } from '@/lib/data/approval/proposals';
import { isStaff } from '@/lib/domain/access/access';
import { currentActor } from '@/lib/web/session/session';

/** How many proposals wait for this person's decision, counted once for the navigation and the page. */
export const approvalsForMe = cache(async (): Promise<number> => {
  const actor = await currentActor();
  return isStaff(actor) ? countForMe(actor) : 0;
});
