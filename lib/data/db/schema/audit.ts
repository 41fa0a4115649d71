import { sql } from 'drizzle-orm';
import { bigint, bigserial, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '@/lib/data/db/schema/columns';
import type { Actor, Role } from '@/lib/domain/access/access';
import type { RecordedAction } from '@/lib/domain/access/audit';

/** Who did what, when, to what, and with which result. Rows are only ever added. */
export const audit = pgTable(
  'audit',
  {
    entry: bigserial('entry', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    /** The role if the actor is a person, else the kind of actor. */
    actor: text('actor').$type<Role | Exclude<Actor['kind'], 'user'>>().notNull(),
    userId: uuid('user_id'),
    ip: text('ip'),
    /** The request that led to the act, as in the log; null for the system's own acts. */
    requestId: text('request_id'),
    action: text('action').$type<RecordedAction>().notNull(),
    subject: text('subject').notNull(),
    outcome: text('outcome').$type<'done' | 'refused'>().notNull().default('done'),
    details: jsonb('details').$type<Record<string, string | number>>(),
  },
  (t) => [
    index('audit_subject').on(t.subject, t.at),
    index('audit_user').on(t.userId, t.at),
    index('audit_at').on(t.at),
    index('audit_action').on(t.action, t.at),
    index('audit_refused').on(t.at).where(sql`outcome = 'refused'`),
    index('audit_refused_action').on(t.action, t.at).where(sql`outcome = 'refused'`),
  ],
);

/**
 * The chain over the log: each link's hash covers one row of `audit` and the hash before (lib/domain/access/audit-chain.ts).
 * Rows are only ever added.
 */
export const auditLinks = pgTable('audit_links', {
  /** Without gaps, from 1. */
  place: bigint('place', { mode: 'number' }).primaryKey(),
  /** The row of `audit`, in the order in which rows were committed, which is not that of their numbers. */
  entry: bigint('entry', { mode: 'number' }).notNull().unique(),
  hash: text('hash').notNull(),
});

/** Rows of `audit` that have no link yet. A trigger adds each in the transaction that adds the row, whoever wrote it. */
export const auditUnsealed = pgTable('audit_unsealed', {
  entry: bigint('entry', { mode: 'number' }).primaryKey(),
});

/** The newest link, a single row. Whoever adds links locks it. */
export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey().default(1),
  place: bigint('place', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
  /** The day in Toronto of the newest link; null before the first. */
  sealedOn: date('sealed_on', { mode: 'string' }),
});

/** The root of each finished day of the chain, stored once, with the first link of a later day, for ever. */
export const auditDays = pgTable('audit_days', {
  /** In Toronto. */
  day: date('day', { mode: 'string' }).primaryKey(),
  /** The last link of the day. */
  place: bigint('place', { mode: 'number' }).notNull(),
  root: text('root').notNull(),
});
