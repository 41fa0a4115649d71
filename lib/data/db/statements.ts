import { PgPreparedQuery } from 'drizzle-orm/pg-core';
import { measure } from '@/lib/measure';
import { traced } from '@/lib/traced';

const operations = ['select', 'insert', 'update', 'delete'];

/** The first word of a statement, if it is one of these. */
function operationOf(text: string): string {
  const word = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? '';
  return operations.includes(word) ? word : 'other';
}

/** Through this method of Drizzle's goes every statement of both drivers. It is given the text with $1, $2, and the values. */
type Run = (text: string, values: unknown[], run: () => Promise<unknown>) => Promise<unknown>;
type Watched = { queryWithCache: Run; isWatched?: true };

let active = 0;

async function watch(text: string, run: () => Promise<unknown>): Promise<unknown> {
  const began = performance.now();
  const operation = operationOf(text);
  const told = (outcome: 'ok' | 'failed') =>
    measure('statement', (performance.now() - began) / 1000, { operation, outcome });
  const attributes = {
    'db.system.name': 'postgresql',
    'db.operation.name': operation,
    'db.query.text': text,
  };
  active += 1;
  try {
    const result = await traced(`database ${operation}`, run, { attributes, within: true });
    told('ok');
    return result;
  } catch (error) {
    told('failed');
    throw error;
  } finally {
    active -= 1;
  }
}

/** From now on each statement of this process is measured, and is a span of what asked for it. Its values go nowhere. */
export function watchStatements(): void {
  const watched = PgPreparedQuery.prototype as unknown as Watched;
  if (watched.isWatched) return;
  const { queryWithCache } = watched;
  watched.isWatched = true;
  watched.queryWithCache = function (text, values, run) {
    return watch(text, () => queryWithCache.call(this, text, values, run));
  };
}

/** The statements that are under way or wait for a connection. */
export const activeStatements = () => active;
