import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import type { BeforeOpening } from '@/lib/domain/court/calendar';
import type { Region } from '@/lib/domain/court/court';

export const courts = pgTable('courts', {
  id: text('id').primaryKey(),
  municipality: text('municipality').notNull(),
  region: text('region').$type<Region>().notNull(),
  countyEn: text('county_en').notNull(),
  countyFr: text('county_fr').notNull(),
  address: text('address').notNull(),
  zone: text('zone').notNull(),
  acceptsFrom: date('accepts_from', { mode: 'string' }).notNull(),
  acceptsUntil: date('accepts_until', { mode: 'string' }),
  noticeEn: text('notice_en').notNull().default(''),
  noticeFr: text('notice_fr').notNull().default(''),
});

export const courtFiles = pgTable('court_files', {
  number: text('number').primaryKey(),
  courtId: text('court_id')
    .notNull()
    .references(() => courts.id),
  title: text('title').notNull(),
  openedOn: date('opened_on', { mode: 'string' }).notNull(),
});

/** Days on which court offices are closed in addition to the holidays of r. 1.03(1): once, or every year. */
export const closures = pgTable('closures', {
  id: id(),
  /** For a closure on one date. */
  on: date('on', { mode: 'string' }),
  isHoliday: boolean('is_holiday').notNull().default(false),
  /** For a yearly closure. */
  month: integer('month'),
  day: integer('day'),
  fromYear: integer('from_year'),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  createdAt: createdAt(),
});

/** Staff's settings for the calendar as a whole: a single row. */
export const courtCalendar = pgTable('court_calendar', {
  id: integer('id').primaryKey().default(1),
  beforeOpening: text('before_opening').$type<BeforeOpening>().notNull().default('next-business-day'),
});

/** When staff had issuing stopped, for maintenance. Receiving goes on. At most one has no end. */
export const issuingStops = pgTable(
  'issuing_stops',
  {
    id: id(),
    reason: text('reason').notNull(),
    startedBy: uuid('started_by')
      .notNull()
      .references(() => users.id),
    startedAt: instant('started_at').notNull(),
    endedBy: uuid('ended_by').references(() => users.id),
    endedAt: instant('ended_at'),
  },
  (t) => [uniqueIndex('issuing_stops_current').on(sql`(${t.endedAt} is null)`).where(sql`ended_at is null`)],
);
