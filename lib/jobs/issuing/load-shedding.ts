/**
 * Load shedding: when many people submit at once, receipts go first. Sealing takes most of a processor, and
 * filers who wait for a receipt must not wait for other people's claims. A claim that finds no place here is
 * left to the worker, which slows down meanwhile. Load is measured by the claims being sealed, not by those
 * submitted: an overloaded server answers few submissions, and must still see its load.
 */
const places = 2;
const lastsMs = 2_000;

// Bundles of one process share globalThis, not modules. Requests submit in one bundle, the worker seals in
// another.
const holder = globalThis as typeof globalThis & { courtLoadShedding?: { taken: number; until: number } };
holder.courtLoadShedding ??= { taken: 0, until: 0 };
const shedding = holder.courtLoadShedding;

/**
 * Takes a place to issue a claim in the request that submitted it. If all places are taken, load shedding
 * begins.
 * @param now the system's time
 * @returns a function that gives the place back, once; null if there is no place
 */
export function takePlace(now: Date): (() => void) | null {
  if (shedding.taken >= places) {
    shedding.until = now.getTime() + lastsMs;
    return null;
  }
  shedding.taken += 1;
  return () => {
    shedding.taken -= 1;
  };
}

/** Whether a claim found no place within the last two seconds. */
export const isSheddingLoad = (now: Date): boolean => now.getTime() < shedding.until;
