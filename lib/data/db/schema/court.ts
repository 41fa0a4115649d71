import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '@/lib/data/db/schema/account';
import { proposals } from '@/lib/data/db/schema/approval';
import { createdAt, id, instant } from '@/lib/data/db/schema/columns';
import type { BeforeOpening } from '@/lib/domain/court/calendar';
import type { Region } from '@/lib/domain/court/court';
import type { Restriction } from '@/lib/domain/filing/restriction';

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
export const closures = pgTable(
  'closures',
  {
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
    /** For a closure of a region's offices or of one; with neither, every office is closed. */
    region: text('region').$type<Region>(),
    courtId: text('court_id').references(() => courts.id),
    createdAt: createdAt(),
  },
  (t) => [check('closures_where', sql`num_nonnulls(${t.region}, ${t.courtId}) <= 1`)],
);

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

/**
 * Restrictions of court files by order of a judge. Rows stay after the restriction was lifted. Who set and who lifted it
 * stands in the proposals.
 */
export const restrictions = pgTable(
  'restrictions',
  {
    id: id(),
    fileNumber: text('file_number')
      .notNull()
      .references(() => courtFiles.number),
    kind: text('kind').$type<Restriction>().notNull(),
    orderedOn: date('ordered_on', { mode: 'string' }).notNull(),
    judge: text('judge').notNull(),
    /** The title that the order gives the proceeding, if it is anonymised. */
    publicTitle: text('public_title').notNull().default(''),
    since: instant('since').notNull(),
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => proposals.id),
    liftedAt: instant('lifted_at'),
    liftOrderedOn: date('lift_ordered_on', { mode: 'string' }),
    liftJudge: text('lift_judge'),
    liftProposalId: uuid('lift_proposal_id').references(() => proposals.id),
  },
  (t) => [
    uniqueIndex('restrictions_in_force').on(t.fileNumber, t.kind).where(sql`lifted_at is null`),
    index('restrictions_file').on(t.fileNumber),
    check('restrictions_kind', sql`${t.kind} in ('sealed', 'ban', 'anonymised')`),
    check('restrictions_title', sql`(${t.kind} = 'anonymised') = (${t.publicTitle} <> '')`),
    check(
      'restrictions_lifted',
      sql`num_nonnulls(${t.liftedAt}, ${t.liftOrderedOn}, ${t.liftJudge}, ${t.liftProposalId}) in (0, 4)`,
    ),
  ],
);
