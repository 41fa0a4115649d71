/** Resident memory, in bytes, beyond which a process that works through a backlog is tidied up: twice what it has idle. */
const untidy = 550 * 1024 * 1024;
/** It takes about a tenth of a second, in which no page is made. */
const leastMsBetween = 5_000;

/** How much memory the process has, in bytes, and what frees it: only where the process was started with --expose-gc. */
type System = { resident: () => number; free: (() => void) | undefined };

let last = Number.NEGATIVE_INFINITY;

/**
 * Frees what the claims of a backlog left behind. Left to itself Node lets it lie for minutes where the machine has
 * much memory, and never gives back what it once took.
 * @param now in ms, as performance.now() counts
 */
export function tidyMemory(
  now: number,
  system: System = { resident: process.memoryUsage.rss, free: globalThis.gc },
): void {
  if (now - last < leastMsBetween || system.resident() < untidy) return;
  last = now;
  system.free?.();
}
