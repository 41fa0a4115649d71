import { addDays, max } from 'date-fns';

/** Days before the end of a draft at which its filer is told of it. */
export const TOLD_DAYS = 14;

type Kept = { updatedAt: Date; expiryToldAt: Date | null };

/** Whether the filer was told of the end since the draft was saved last. */
const isTold = ({ updatedAt, expiryToldAt }: Kept): boolean =>
  expiryToldAt !== null && expiryToldAt >= updatedAt;

/**
 * Until when a draft is kept, unless it is saved again: so many days from its last save, and never less than two weeks
 * from the message that tells of it.
 */
export function keptUntil(draft: Kept, days: number, now: Date): Date {
  const told = isTold(draft) ? (draft.expiryToldAt ?? now) : now;
  return max([addDays(draft.updatedAt, days), addDays(told, TOLD_DAYS)]);
}
