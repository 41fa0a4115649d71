import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { proposals } from '@/lib/data/db/schema/approval';
import { id, instant } from '@/lib/data/db/schema/columns';
import { courtFiles } from '@/lib/data/db/schema/court';
import type { Restriction } from '@/lib/domain/filing/restriction';

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
