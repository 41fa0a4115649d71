import type { PublicFact, PublicMarks } from '@/lib/data/court/public-facts';
import { publicFacts } from '@/lib/web/prepared/public-facts';

/** More are asked for by nobody but who makes up names of offices. */
const mostValues = 200;

type Facts = { known: PublicMarks | undefined; fresh: () => Promise<PublicMarks | undefined> };

/**
 * A way to read what everybody is shown alike. What was read is kept while the rows that it comes from stand, and is at most half a
 * second behind them. It is read anew after each action of this process, and where nobody knows how the rows stand.
 * @param fact which rows those are
 * @param read reads them, for what the caller names. Whoever gets the value changes nothing in it
 */
export function keptWhile<Names extends (string | undefined)[], Value>(
  fact: PublicFact,
  read: (...names: Names) => Promise<Value>,
  facts: Facts = publicFacts,
): (...names: Names) => Promise<Value> {
  const kept = new Map<string, { mark: string; value: Value }>();
  return async (...names) => {
    const marks = facts.known ?? (await facts.fresh());
    if (!marks) return read(...names);
    const key = JSON.stringify(names);
    const found = kept.get(key);
    if (found?.mark === marks[fact]) return found.value;
    const value = await read(...names);
    if (kept.size >= mostValues) kept.clear();
    kept.set(key, { mark: marks[fact], value });
    return value;
  };
}
