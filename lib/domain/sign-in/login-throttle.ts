/**
 * How long wrong attempts at a secret make the next ones wait (NIST SP 800-63B-4, 3.2.2). Why these numbers:
 * docs/decisions/strangers-tries.md.
 */

/** The first wait comes after this many wrong attempts in a row, because people mistype. */
export const FREE_ATTEMPTS = 5;
/** After this many wrong passwords in a row a browser of the owner counts as anybody's, and a session asks no more. */
export const MOST_FAILURES = 100;

const firstWait = 30;
/** The longest wait in seconds: for passwords where the owner has signed in before, and for everything else. */
export const longestWait = { ofOwner: 15 * 60, ofOthers: 12 * 3600 };

/** The wait in seconds after a number of wrong attempts in a row: none at first, then doubled each time. */
export function waitAfter(failures: number, longest: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(firstWait * 2 ** (failures - FREE_ATTEMPTS), longest);
}

/** Wrong attempts of all strangers together in a day, before any of them has to wait for the others. */
export const FREE_IN_CROWD = { password: 100, answers: 20 } as const;

/**
 * The seconds that a stranger waits before an attempt, after so many wrong ones of all strangers in a day: none
 * at first, then doubled each time as many again were wrong. Nothing ends the doubling, so that a day has few
 * attempts however many networks there are.
 */
export function waitInCrowd(failures: number, free: number): number {
  return failures < free ? 0 : firstWait * 2 ** (Math.floor(failures / free) - 1);
}

/** A wait in whole minutes, rounded up, for messages. */
export function inMinutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
