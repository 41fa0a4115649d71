/**
 * When many submit at once, receipts go first: sealing takes most of a processor, and a filer who waits for the receipt
 * must not wait for the claims of others. What finds no place here is the worker's, which gives way meanwhile. Counted
 * is what is being sealed, not what was submitted: a server that is overloaded answers few, and must see that it is.
 */
const places = 2;
const lastsMs = 2_000;

// Bundles of one process share globalThis, not modules: requests submit in one, the worker seals in another.
const holder = globalThis as typeof globalThis & { courtRush?: { taken: number; until: number } };
holder.courtRush ??= { taken: 0, until: 0 };
const rush = holder.courtRush;

/**
 * A place to issue a claim in the request that submitted it, or null where all are taken: then it is a rush.
 * @param now the system's time
 * @returns gives the place back, once
 */
export function takePlace(now: Date): (() => void) | null {
  if (rush.taken >= places) {
    rush.until = now.getTime() + lastsMs;
    return null;
  }
  rush.taken += 1;
  return () => {
    rush.taken -= 1;
  };
}

/** Whether somebody found no place within the last two seconds. */
export const isRush = (now: Date): boolean => now.getTime() < rush.until;
