/** The login throttle makes wrong passwords in a row wait (NIST SP 800-63B-4, 3.2.2). */

/** The first wait comes after this many wrong passwords in a row, because people mistype. */
export const FREE_ATTEMPTS = 5;
/** After this many wrong passwords in a row the throttle lets no further password be checked. */
export const MOST_FAILURES = 100;

const firstWait = 30;
const longestWait = 15 * 60;

/**
 * The wait in seconds after a number of wrong passwords in a row: none at first, then doubled each time up to
 * a quarter of an hour.
 */
export function waitAfter(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(firstWait * 2 ** (failures - FREE_ATTEMPTS), longestWait);
}

/** A wait in whole minutes, rounded up, for messages. */
export function inMinutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
