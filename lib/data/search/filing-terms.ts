import {
  type AnyColumn,
  and,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { isOpenTo } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import type { Actor } from '@/lib/domain/access/access';
import { addDays, startOfDay } from '@/lib/domain/court/day';
import type { FilingTerms } from '@/lib/domain/filing/search-form';
import type { SearchQuery } from '@/lib/domain/filing/search-query';

/** The search terms; words alone are enough. */
export type AskedTerms = Partial<FilingTerms> & { typed: string };

const holds = (pattern: string): SQL => sql`${filings.search} like ${pattern}`;

/** Numbers have an index of their own. In groups of three characters all numbers of a year are alike. */
const isNumbered = (pattern: string): SQL =>
  sql`(${filings.fileNumber} like ${pattern} or ${filings.filedIn} like ${pattern})`;

const isOf = (forms: string[]): SQL => inArray(sql`lower(${filings.contact} ->> 'email')`, forms);

/** @property isNarrow whether an index finds what is asked for by words or addresses */
export type Round = { where: SQL | undefined; order: Order; isNarrow: boolean };
type Order = 'number' | 'issued' | 'received';

/** What holds whatever was typed. */
function filters({ state, court, receivedFrom, receivedUntil, issuedFrom, issuedUntil }: AskedTerms) {
  const { receivedAt, issueOn } = filings;
  return and(
    state && eq(filings.state, state),
    court ? eq(filings.courtId, court) : undefined,
    receivedFrom ? gte(receivedAt, startOfDay(receivedFrom)) : undefined,
    receivedUntil ? lt(receivedAt, startOfDay(addDays(receivedUntil, 1))) : undefined,
    issuedFrom || issuedUntil ? isNotNull(filings.issuedAt) : undefined,
    issuedFrom ? gte(issueOn, issuedFrom) : undefined,
    issuedUntil ? lte(issueOn, issuedUntil) : undefined,
  );
}

/**
 * What to try one after the other: what was meant most likely comes first. Words and addresses are names, so a file that
 * is closed to this person is found by its number alone.
 */
export function roundsOf(
  actor: Actor,
  { number, emails, whole, parts }: SearchQuery,
  terms: AskedTerms,
): Round[] {
  const days = terms.issuedFrom || terms.issuedUntil ? 'issued' : 'received';
  const round = (begins: SQL[], patterns: string[]): Round => {
    const isNarrow = patterns.length + emails.length > 0;
    const named = isNarrow ? [...emails.map(isOf), ...patterns.map(holds), isOpenTo(actor)] : [];
    return { where: and(...begins, ...named, filters(terms)), order: number ? 'number' : days, isNarrow };
  };
  const begins = number ? [isNumbered(number.begins)] : [];
  return [
    ...(number?.exact ? [round([isNumbered(number.exact)], parts)] : []),
    ...(whole ? [round(begins, whole)] : []),
    round(begins, parts),
  ];
}

/** The columns that order the results. */
const line = {
  reference: filings.reference,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
  fileNumber: filings.fileNumber,
};
export type FilingPlace = Pick<typeof filings.$inferSelect, 'reference' | 'receivedAt'>;

/**
 * The newest first. A search by number sorts by number, the highest first, and one by days of issue by these: each is
 * the order of an index.
 */
function newestFirst(order: Order, from: Record<keyof typeof line, AnyColumn>): SQL[] {
  if (order === 'number') return [sql`${from.fileNumber} using ~>~`];
  const received = [desc(from.receivedAt), desc(from.reference)];
  return order === 'issued' ? [desc(from.issueOn), ...received] : received;
}

/** As many filings are fetched by their words and then sorted as quickly as others are read in order. */
const few = 15_000;

/**
 * The newest filings of a round, or undefined if more than a few have its words. They are fetched by the index of words
 * whatever the planner expects: if it took many to have these words where none has, it would read all filings in order.
 */
async function findFew({ where, order }: Round, most: number): Promise<FilingPlace[] | undefined> {
  const any = db()
    .select(line)
    .from(filings)
    .where(where)
    .limit(few + 1)
    .as('any');
  const found = await db()
    .select({
      reference: any.reference,
      receivedAt: any.receivedAt,
      all: sql`count(*) over ()`.mapWith(Number),
    })
    .from(any)
    .orderBy(...newestFirst(order, any))
    .limit(most);
  return (found[0]?.all ?? 0) > few ? undefined : found;
}

/** The newest filings of a round, read in order until there are enough. */
function findMany({ where, order }: Round, most: number): Promise<FilingPlace[]> {
  return db()
    .select({ reference: filings.reference, receivedAt: filings.receivedAt })
    .from(filings)
    .where(where)
    .orderBy(...newestFirst(order, filings))
    .limit(most)
    .execute();
}

/** The newest filings of a round, at most so many. */
export async function findOf(round: Round, most: number): Promise<FilingPlace[]> {
  return (round.isNarrow ? await findFew(round, most) : undefined) ?? (await findMany(round, most));
}

/** All rounds at once, of filings that came before one, by when they came. */
export function allOf(rounds: Round[], before: FilingPlace | undefined): Round {
  const { receivedAt, reference } = filings;
  const where = and(
    or(...rounds.map((round) => round.where ?? sql`true`)),
    before &&
      or(
        lt(receivedAt, before.receivedAt),
        and(eq(receivedAt, before.receivedAt), lt(reference, before.reference)),
      ),
    // Bounds the index, which the condition above does not.
    before && lte(receivedAt, before.receivedAt),
  );
  return { where, order: 'received', isNarrow: rounds.every(({ isNarrow }) => isNarrow) };
}
