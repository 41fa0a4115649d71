import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '@/lib/data/db/schema/columns';
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
