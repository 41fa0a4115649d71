import { type CourtCalendar, isOpen, nextBoundary } from '@/lib/domain/court/calendar';

/** Whether court offices are open at an instant, and when that changes next. */
export function openingAt(at: Date, calendar: CourtCalendar): { open: boolean; until: Date } {
  const open = isOpen(at, calendar);
  let until = nextBoundary(at);
  while (isOpen(until, calendar) === open) until = nextBoundary(until);
  return { open, until };
}
