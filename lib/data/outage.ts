/**
 * Watches whether PostgreSQL is away, for pages that cannot be made without it. It is asked itself, so that nobody is
 * turned away once it is back; but only where a connection was closed since it last answered, since one that goes away
 * closes them all.
 *
 * @param ask the smallest question to it, which rejects when it does not answer
 * @returns `noteClosed`, to be told of each connection that is closed, and `isAway`
 */
export function watchOutage(ask: () => PromiseLike<unknown>) {
  let mayBeAway = false;
  return {
    noteClosed: () => {
      mayBeAway = true;
    },
    isAway: async () => {
      if (!mayBeAway) return false;
      try {
        await ask();
        mayBeAway = false;
      } catch {
        // Stays noted: the next to come asks again.
      }
      return mayBeAway;
    },
  };
}
