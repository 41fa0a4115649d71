import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** A pattern for LIKE that finds the text anywhere. Its wildcards are escaped. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Values as one array, to be cast where it is used: a list of a thousand parameters costs more than what it finds. */
export const arrayOf = (values: Iterable<string | number>): SQL =>
  sql`${sql.param(`{${[...values].join(',')}}`)}`;

/** Rows whose column has one of these values. */
export const isAmong = (column: AnyColumn, type: 'uuid' | 'bigint', values: Iterable<string | number>): SQL =>
  sql`${column} = any(${arrayOf(values)}::${sql.raw(type)}[])`;
