/** How long whoever gave a wrong password waits before the next is looked at (NIST SP 800-63B-4, 3.2.2). */

/** Wrong passwords in a row after which the first wait comes: people mistype. */
export const FREE_TRIES = 5;
/** Wrong passwords in a row after which no further one is looked at from there. */
export const MOST_FAILURES = 100;

const firstWait = 30;
const longestWait = 15 * 60;

/** The wait in seconds after so many wrong passwords in a row: none at first, then doubled each time up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(firstWait * 2 ** (failures - FREE_TRIES), longestWait);
}

/** A wait in the whole minutes that people are told: never shorter than it is. */
export function inMinutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
