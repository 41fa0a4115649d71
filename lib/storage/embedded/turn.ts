type Turn = { stop: AbortController; over: Promise<unknown> };

const turns = new Map<string, Turn>();

/**
 * Runs one `work` at a time for each name. A newer run stops the older one and waits for its end, because a
 * browser whose connection broke sends again before the server has noticed.
 */
export async function newestOnly<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const older = turns.get(name);
  older?.stop.abort();
  const stop = new AbortController();
  const done = Promise.resolve(older?.over).then(() => work(stop.signal));
  const turn = { stop, over: done.catch(() => undefined) };
  turns.set(name, turn);
  try {
    return await done;
  } finally {
    if (turns.get(name) === turn) turns.delete(name);
  }
}
