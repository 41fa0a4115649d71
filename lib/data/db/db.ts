import { inspect } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { errorText } from '@/lib/logged-error';

export type Db = PgDatabase<PgQueryResultHKT>;
/**
 * A transaction. While it is open, use nothing else: on the embedded database the outer handle would wait for
 * itself.
 */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** A copy of the database that follows it, a moment behind. It takes no writes. */
export type Replica = { db: Db; isAway: () => Promise<boolean>; close: () => Promise<void> };

export type Database = {
  db: Db;
  kind: 'embedded' | 'postgres';
  /** Whether PostgreSQL is not answering now. The embedded database is never away. */
  isAway?: () => Promise<boolean>;
  /** Why nothing ends a statement that takes too long, where a pooler stands before PostgreSQL and its role has no times. */
  unlimited?: unknown;
  /** How many connections are open, and how many may be. */
  connections?: () => { open: number; most: number };
  /** Where one is configured. */
  replica?: Replica | undefined;
  close: () => Promise<void>;
};

// Next prints uncaught errors as Node shows them, and a failed query would show every value in it.
Object.defineProperty(DrizzleQueryError.prototype, inspect.custom, {
  configurable: true,
  value(this: DrizzleQueryError) {
    return errorText(this);
  },
});

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtDatabase?: Database };

/** Makes this the process's database. */
export function setDatabase(database: Database): void {
  holder.courtDatabase = database;
}

/** The process's database. @throws before the start has opened it */
export function database(): Database {
  if (!holder.courtDatabase) throw new Error('The database is not open.');
  return holder.courtDatabase;
}

/** The handle for queries outside a transaction. */
export function db(): Db {
  return database().db;
}

/**
 * The handle for public reading that may be a moment behind: the replica's where one is configured and answers, else
 * that of the database.
 */
export async function readingDb(): Promise<Db> {
  const { replica, db } = database();
  return replica && !(await replica.isAway()) ? replica.db : db;
}
