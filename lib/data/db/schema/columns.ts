import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { z } from 'zod';

/** Names of instants end in At, with their time zone; names of dates end in On, for days in Toronto. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
export const id = () => uuid('id').primaryKey().defaultRandom();
export const createdAt = () => instant('created_at').notNull().defaultNow();

/**
 * A legal record as JSON. Every query that reads it parses it. Data of another version is an error, which
 * names the fields but not their values.
 */
export function snapshot<Data>(name: string, version: z.ZodType<Data>) {
  return customType<{ data: Data; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (data) => JSON.stringify(data),
    fromDriver: (stored) => {
      const { data, error } = version.safeParse(typeof stored === 'string' ? JSON.parse(stored) : stored);
      if (!error) return data;
      const fields = error.issues.map(({ path, code }) => [...path, code].join('.')).join(', ');
      throw new Error(`A stored ${name} is not as its version says, at ${fields}`);
    },
  })(name);
}
