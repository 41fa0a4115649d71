import { env } from '@/lib/env';

/**
 * Two clocks. The court's decides dates, hours and due times, and can be set for tests by COURT_CLOCK;
 * the system's decides sessions, leases, tokens and throttles.
 */
// Counted from the start of the process, and so the same in all its bundles, which load this file when first asked.
const startedAt = performance.timeOrigin;
const courtOffset = env.COURT_CLOCK ? Date.parse(env.COURT_CLOCK) - startedAt : 0;

/** The system's time, an instant. */
export function systemNow(): Date {
  return new Date();
}

/** The court's time, an instant: the system's unless COURT_CLOCK set another start, from which it runs on with the process. */
export function courtNow(): Date {
  return new Date(Date.now() + courtOffset);
}

/** Whether the court's clock was set for a test or a demonstration. */
export const courtClockIsSet = courtOffset !== 0;
