import {
  and,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { titleFor } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { type CappedPage, cappedPageOf, countToMost, inOrder, rowsPerPage } from '@/lib/data/db/page';
import { users } from '@/lib/data/db/schema/account';
import { courts } from '@/lib/data/db/schema/court';
import { assignments } from '@/lib/data/db/schema/desk';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { summary } from '@/lib/data/filing/filings';
import { needsAttention } from '@/lib/data/mail/mails';
import { isMailOpenTo } from '@/lib/data/mail/suppression';
import { type Actor, can } from '@/lib/domain/access/access';
import { CORRECTION_KINDS } from '@/lib/domain/claim/later/correction';
import type { FiledKind } from '@/lib/domain/claim/later/later';
import { courtDay } from '@/lib/domain/court/calendar';
import { addDays, type IsoDate, startOfDay } from '@/lib/domain/court/day';
import { type FilingState, LATE_AFTER_MS } from '@/lib/domain/filing/filing';
import type { Restriction } from '@/lib/domain/filing/restriction';
import type { Sort } from '@/lib/domain/sorting';

/** The summary of a filing in staff's lists. */

export type FilingLine = {
  reference: string;
  state: FilingState;
  laterKind: FiledKind | null;
  /** Null for a sealed court file that is not for this person. */
  title: string | null;
  restrictions: Restriction[];
  court: string;
  fileNumber: string | null;
  receivedAt: Date;
  issueOn: IsoDate;
  /** The ONE-key ID of who has it; null for a free one. */
  assignee: string | null;
};

const line = {
  reference: filings.reference,
  state: filings.state,
  restrictions: summary.restrictions,
  court: courts.municipality,
  laterKind: summary.laterKind,
  fileNumber: summary.fileNumber,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
  assignee: users.oneKeyId,
};

/** Lines of the filings that meet the condition, the newest first, with the titles that this person may see. */
function lines(actor: Actor, condition: SQL | undefined) {
  return db()
    .select({ ...line, title: titleFor(actor) })
    .from(filings)
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .leftJoin(assignments, eq(assignments.filingId, filings.id))
    .leftJoin(users, eq(users.id, assignments.userId))
    .where(condition)
    .orderBy(desc(filings.receivedAt), desc(filings.reference));
}

/** The lines of these filings, in the order of their references. The caller has authorised the actor. */
export async function listLines(actor: Actor, references: string[]): Promise<FilingLine[]> {
  if (references.length === 0) return [];
  const found = await lines(actor, inArray(filings.reference, references));
  const byReference = new Map(found.map((line) => [line.reference, line]));
  return references.flatMap((reference) => byReference.get(reference) ?? []);
}

/** The columns by which staff may order a list of filings. */
export const FILING_SORTS = ['reference', 'status', 'proceeding', 'court', 'received', 'fileNumber'] as const;
export type FilingSort = Sort<(typeof FILING_SORTS)[number]>;

const sortedBy = (actor: Actor) => ({
  reference: filings.reference,
  status: filings.state,
  proceeding: sql`lower(${titleFor(actor)})`,
  court: courts.municipality,
  received: filings.receivedAt,
  fileNumber: summary.fileNumber,
});

/** These references in another order. The caller has authorised the actor, and found no more than a thousand. */
export async function sortReferences(
  actor: Actor,
  references: string[],
  sort: FilingSort,
): Promise<string[]> {
  const rows = await db()
    .select({ reference: filings.reference })
    .from(filings)
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(inArray(filings.reference, references))
    .orderBy(inOrder(sortedBy(actor), sort), desc(filings.receivedAt), desc(filings.reference));
  return rows.map(({ reference }) => reference);
}

/** One page, 20 lines, of the filings that meet the condition. */
async function pageOfFilings(
  actor: Actor,
  condition: SQL | undefined,
  asked: number,
): Promise<CappedPage<FilingLine>> {
  const shown = cappedPageOf(asked, await countToMost(filings, condition));
  return { ...shown, rows: await lines(actor, condition).limit(rowsPerPage).offset(shown.offset) };
}

/** Filings that were received on the day, Toronto time, or that bear its date. */
function ofDay(day: IsoDate): SQL | undefined {
  const [begins, ends] = [startOfDay(day), startOfDay(addDays(day, 1))];
  return or(eq(filings.issueOn, day), and(gte(filings.receivedAt, begins), lt(filings.receivedAt, ends)));
}

/**
 * Filings that should have been issued: an attempt failed (the next is due later), or no worker took them up.
 */
export function isOverdue(courtNow: Date): SQL | undefined {
  return and(
    eq(filings.state, 'received'),
    or(isNotNull(filings.lastError), lte(filings.dueAt, new Date(courtNow.getTime() - LATE_AFTER_MS))),
  );
}

/** What filers filed. New versions that the court files beside it are nobody's filings. */
export const ofFilers =
  or(isNull(filings.laterKind), notInArray(filings.laterKind, [...CORRECTION_KINDS])) ?? sql`true`;

/**
 * The court's day for staff: the overdue filings and those on hold, at most 20 of each; the numbers of
 * filings that wait, are on hold and were issued today, and of new versions that could not be filed; the number of e-mails that
 * need a person; and the day's filings.
 * @throws NotFound for anyone else
 */
export async function getDay(actor: Actor, courtNow: Date, page: number) {
  if (!can(actor, 'read-filings')) throw new NotFound('filings');
  const day = courtDay(courtNow);
  const isHeld = eq(filings.state, 'held');
  const isIssued = and(eq(filings.state, 'issued'), eq(filings.issueOn, day));
  return {
    day,
    overdue: await lines(actor, isOverdue(courtNow)).limit(rowsPerPage),
    held: await lines(actor, and(isHeld, ofFilers)).limit(rowsPerPage),
    counts: {
      received: await countToMost(filings, and(eq(filings.state, 'received'), ofFilers)),
      issued: await countToMost(filings, and(isIssued, ofFilers)),
      held: await countToMost(filings, and(isHeld, ofFilers)),
      heldVersions: await countToMost(filings, and(isHeld, not(ofFilers))),
      late: await countToMost(filings, isOverdue(courtNow)),
      mailFailed: await db().$count(outbox, and(needsAttention(), isMailOpenTo(actor))),
    },
    filings: await pageOfFilings(actor, ofDay(day), page),
  };
}
