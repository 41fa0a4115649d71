/**
 * Above this resident memory, in bytes, garbage is collected during a backlog: twice that of an idle process.
 */
const mostResident = 550 * 1024 * 1024;
/** A collection takes about a tenth of a second, during which no page is made. */
const leastMsBetween = 5_000;

/**
 * The process's memory in bytes, and the function that frees it, if the process was started with --expose-gc.
 */
type System = { resident: () => number; free: (() => void) | undefined };

let last = Number.NEGATIVE_INFINITY;

/**
 * Frees the memory that the claims of a backlog left behind. On a machine with much memory Node by itself
 * waits minutes to do so, and never gives memory back.
 * @param now in ms, as performance.now() counts
 */
export function collectGarbage(
  now: number,
  system: System = { resident: process.memoryUsage.rss, free: globalThis.gc },
): void {
  if (now - last < leastMsBetween || system.resident() < mostResident) return;
  last = now;
  system.free?.();
}
