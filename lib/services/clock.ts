import { readFileSync } from 'node:fs';
import { env } from '@/lib/env';

/**
 * Two clocks. The court's clock decides dates, hours and due times, and COURT_CLOCK can set it for tests. The
 * system's clock decides sessions, leases, tokens and throttles.
 */

/** A reading of the database's clock, and `performance.now()` when it was read. */
type Reading = { databaseMs: number; readAt: number };

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtReading?: Reading };

/** This machine's own time, an instant: for what no other server looks at. */
export function machineNow(): Date {
  return new Date();
}

/**
 * The system's time, an instant: that of the database, so that all servers on it agree whatever their machines' clocks
 * say. It is counted on from the last reading; without one it is the machine's.
 */
export function systemNow(): Date {
  const reading = holder.courtReading;
  if (!reading) return machineNow();
  return new Date(reading.databaseMs + performance.now() - reading.readAt);
}

/** Readings that differ by less tell only how long it took to ask. */
const leastMs = 20;

/**
 * Sets the system's clock by the database's. Where the two agree as far as the reading tells, the clock runs on, so that
 * it does not go to and fro.
 * @param databaseMs the database's time, in ms since 1970
 * @param asked `performance.now()` before the database was asked; now it has answered
 */
export function setSystemClock(databaseMs: number, asked: number): void {
  const answered = performance.now();
  const trip = answered - asked;
  const reading = { databaseMs: databaseMs + trip / 2, readAt: answered };
  const isAgreed = Math.abs(systemNow().getTime() - reading.databaseMs) <= Math.max(trip / 2, leastMs);
  if (!holder.courtReading || !isAgreed) holder.courtReading = reading;
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
