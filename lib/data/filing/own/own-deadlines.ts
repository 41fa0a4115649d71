import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { ownedBy } from '@/lib/data/access/ownership';
import { getCalendarOf } from '@/lib/data/court/calendar';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { summary } from '@/lib/data/filing/filings';
import type { Actor } from '@/lib/domain/access/access';
import { standardCalendar } from '@/lib/domain/court/calendar';
import { addDays, type IsoDate } from '@/lib/domain/court/day';
import { type Deadline, deadlinesAfter } from '@/lib/domain/filing/deadline';

export type OwnDeadline = Deadline & { reference: string; title: string; fileNumber: string };

/** No deadline is farther from the issue: six months, and what Rule 3 adds for holidays. */
const LONGEST_DAYS = 200;
/** Service is due in six months, of which the shortest have so many days. */
const SERVICE_AFTER = 181;
/** Filing the statement of claim is due within 30 days and what Rule 3 adds. */
const FILING_WITHIN = 40;

/**
 * What must be done about the actor's own issued claims from a day on and within so many days, the first first. Service
 * is done once proof of it on every defendant is filed.
 */
export async function listDeadlines(
  actor: Actor,
  today: IsoDate,
  withinDays: number,
): Promise<OwnDeadline[]> {
  const since = (days: number) => gte(filings.issueOn, addDays(today, -days));
  // The whole of a claim is not read for one word of it.
  const { documentType } = summary;
  const isNotice = sql`${documentType} = 'form-14c'`;
  const isOld = sql`${filings.issueOn} <= ${addDays(today, withinDays - SERVICE_AFTER)}`;
  const standing = sql`later.filed_in = filings.file_number and later.state <> 'withdrawn'`;
  const rows = await db()
    .select({
      reference: filings.reference,
      title: filings.title,
      fileNumber: filings.fileNumber,
      issueOn: filings.issueOn,
      courtId: filings.courtId,
      documentType,
      // Within a query of one table its columns are written without its name.
      statement:
        sql`exists (select 1 from ${filings} as later where ${standing} and later.later_kind = 'statement-of-claim')`.mapWith(
          Boolean,
        ),
      service: sql`(select count(distinct served ->> 'defendant') from ${filings} as later,
        jsonb_array_elements(coalesce(later.statement -> 'service', '[]')) as served where ${standing}) >=
        jsonb_array_length(filings.claim -> 'defendants')`.mapWith(Boolean),
    })
    .from(filings)
    .where(
      and(
        ownedBy(actor),
        eq(filings.state, 'issued'),
        isNull(filings.filedIn),
        since(LONGEST_DAYS),
        or(isOld, and(isNotice, since(FILING_WITHIN))),
      ),
    )
    .orderBy(asc(filings.issueOn), asc(filings.id));
  const offices = [...new Set(rows.map(({ courtId }) => courtId))];
  const calendars = new Map(
    await Promise.all(offices.map(async (office) => [office, await getCalendarOf(office)] as const)),
  );
  const until = addDays(today, withinDays);
  return rows
    .flatMap(({ documentType: type, issueOn, courtId, fileNumber, statement, service, ...row }) =>
      deadlinesAfter(type, issueOn, calendars.get(courtId) ?? standardCalendar, { statement, service }).map(
        (deadline) => ({ ...row, ...deadline, fileNumber: fileNumber ?? '' }),
      ),
    )
    .filter(({ by }) => by >= today && by <= until)
    .sort((a, b) => (a.by < b.by ? -1 : 1));
}
