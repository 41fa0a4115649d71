import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { id, instant } from '@/lib/data/db/schema/columns';
import type { HoldReason } from '@/lib/domain/filing/hold';
import type { AlertKind } from '@/lib/domain/health/alert';

/** The last turn of issuing on any server, a single row. By the database's clock, because servers' clocks differ. */
export const workerPulse = pgTable('worker_pulse', {
  id: integer('id').primaryKey().default(1),
  issuingAt: instant('issuing_at').notNull(),
});

/** Alerts that last now. The row makes them one alert over all servers. */
export const alerts = pgTable('alerts', {
  kind: text('kind').$type<AlertKind>().primaryKey(),
  detail: text('detail').notNull(),
  sinceAt: instant('since_at').notNull(),
  /** The last time that a server saw the trouble. */
  seenAt: instant('seen_at').notNull(),
  /** The last time that staff were told. */
  toldAt: instant('told_at').notNull(),
});

/**
 * What a finished day of the court brought, counted once after its end (lib/data/health/filing-days.ts). Numbers alone: nothing of
 * people.
 */
export const filingDays = pgTable('filing_days', {
  /** In Toronto. */
  day: date('day', { mode: 'string' }).primaryKey(),
  received: integer('received').notNull(),
  issued: integer('issued').notNull(),
  /** How many of the day's filings came in each of its hours, 0 to 23. */
  hours: integer('hours').array().notNull(),
  /** How many of those issued waited how long, by the steps of lib/domain/health/waits.ts. */
  waits: integer('waits').array().notNull(),
  /** How many filings went on hold, by the reason. */
  holds: jsonb('holds').$type<Partial<Record<HoldReason, number>>>().notNull(),
});

/** In how many minutes of a day the service was found well. A minute that no server noted was none of them. */
export const serviceDays = pgTable('service_days', {
  /** In Toronto, by the database's clock. */
  day: date('day', { mode: 'string' }).primaryKey(),
  /** The first minute that was noted, and the last. */
  firstAt: instant('first_at').notNull(),
  lastAt: instant('last_at').notNull(),
  wellMinutes: integer('well_minutes').notNull(),
});

/** When the service could not be used, as a registrar declared. Rows stay when an outage is over. */
export const outages = pgTable(
  'outages',
  {
    id: id(),
    startedAt: instant('started_at').notNull(),
    /** Null while it lasts. */
    endedAt: instant('ended_at'),
    whatEn: text('what_en').notNull(),
    whatFr: text('what_fr').notNull(),
    declaredBy: uuid('declared_by')
      .notNull()
      .references(() => users.id),
    declaredAt: instant('declared_at').notNull(),
    endDeclaredAt: instant('end_declared_at'),
    endDeclaredBy: uuid('end_declared_by').references(() => users.id),
    /** Set once a declaration was retracted. The public then reads nothing of it. */
    retractedAt: instant('retracted_at'),
    retractedBy: uuid('retracted_by').references(() => users.id),
    retraction: text('retraction'),
  },
  (t) => [
    index('outages_started').on(t.startedAt),
    check('outages_order', sql`${t.endedAt} > ${t.startedAt}`),
    check(
      'outages_retracted',
      sql`num_nonnulls(${t.retractedAt}, ${t.retractedBy}, ${t.retraction}) in (0, 3)`,
    ),
  ],
);
