/**
 * Tells whether PostgreSQL is away, for pages that cannot be made without it. Each page asks PostgreSQL
 * itself, so that nobody is turned away once it is back. It asks only if a connection was closed since the
 * last answer, because a server that goes away closes them all.
 * @param ask the smallest query, which rejects if PostgreSQL does not answer
 * @param mayBeAway whether it is to be asked before anything else is
 * @returns `noteClosed`, to be called for each closed connection, and `isAway`
 */
export function watchOutage(ask: () => PromiseLike<unknown>, mayBeAway = false) {
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
        // The note stays, so that the next page asks again.
      }
      return mayBeAway;
    },
  };
}
