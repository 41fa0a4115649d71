import { readFileSync } from 'node:fs';
import { env } from '@/lib/env';

/**
 * Two clocks. The court's clock decides dates, hours and due times, and COURT_CLOCK can set it for tests. The
 * system's clock decides sessions, leases, tokens and throttles.
 */

/** The system's time, an instant. */
export function systemNow(): Date {
  return new Date();
}

/**
 * A clock that is set to an instant runs on from there. A clock in a file stands still at the instant in the
 * file.
 */
function courtClock(setting: string | undefined): () => Date {
  if (!setting) return systemNow;
  if (setting.startsWith('file:')) {
    const file = new URL(setting);
    return () => new Date(readFileSync(/* turbopackIgnore: true */ file, 'utf8'));
  }
  // Counted from the start of the process. All bundles of the process thus agree, though each loads this file
  // only when it is first needed.
  const offset = Date.parse(setting) - performance.timeOrigin;
  return () => new Date(Date.now() + offset);
}

/** The court's time, an instant: the system's unless COURT_CLOCK is set. */
export const courtNow = courtClock(env.COURT_CLOCK);

/** Whether the court's clock was set for a test or a demonstration. */
export const courtClockIsSet = env.COURT_CLOCK !== undefined;
