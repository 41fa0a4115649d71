import { and, asc, between, eq, isNotNull, isNull, lt, max, ne, notExists, or, sql } from 'drizzle-orm';
import type { Db } from '@/lib/data/db/db';
import { documents, documentVersions } from '@/lib/data/db/schema/document';
import { fileNumbers, filings } from '@/lib/data/db/schema/filing';
import { register, registerDays, registerHead } from '@/lib/data/db/schema/register';
import type { IsoDate } from '@/lib/domain/court/day';
import { fileNumber } from '@/lib/domain/filing/filing';
import { type Gap, isClosed } from '@/lib/domain/register/register';

/**
 * The data that a check compares the register with: the tables that it covers, and the stored roots. For the
 * operator of the database. All queries run in one transaction, so that they show one instant.
 */

/** The number and the hash of the newest entry, to which the next entry will be chained. */
export async function getRegisterHead(tx: Db): Promise<{ entry: number; hash: string }> {
  const [head] = await tx.select().from(registerHead);
  if (!head) throw new Error('the register has no head');
  return head;
}

export type StoredRoot = typeof registerDays.$inferSelect;

/** The stored roots of all finished days, the oldest first. */
export function listStoredRoots(tx: Db): Promise<StoredRoot[]> {
  return tx.select().from(registerDays).orderBy(asc(registerDays.day));
}

/**
 * The first day before the newest whose stored root is missing or is not that of its last entry; or
 * undefined.
 */
export async function findDayWithoutRoot(tx: Db): Promise<IsoDate | undefined> {
  const days = tx
    .select({ day: register.recordedOn, last: max(register.entry).as('last') })
    .from(register)
    .groupBy(register.recordedOn)
    .as('days');
  const newest = tx.select({ day: max(register.recordedOn) }).from(register);
  const [withoutRoot] = await tx
    .select({ day: days.day })
    .from(days)
    .leftJoin(registerDays, and(eq(registerDays.day, days.day), eq(registerDays.entry, days.last)))
    .where(and(isNull(registerDays.day), lt(days.day, newest)))
    .orderBy(asc(days.day))
    .limit(1);
  return withoutRoot?.day;
}

/** The kind of the entry that a filing has when it is at its end. */
const outcome = sql<string>`case ${filings.state} when 'withdrawn' then 'void'
  when 'issued' then case when ${filings.filedIn} is null then 'issued'
    when ${filings.laterKind} = 'amended-document' then 'amended'
    when ${filings.laterKind} = 'corrected-document' then 'corrected' else 'filed' end
  else ${filings.state} end`;

/**
 * The reference of a filing that is issued, or withdrawn with a number, without an entry that says so; or
 * undefined.
 */
export async function findUnregistered(tx: Db): Promise<string | undefined> {
  const entry = tx
    .select({ one: sql`1` })
    .from(register)
    .where(and(eq(register.filingId, filings.id), sql`${register.kind} = ${outcome}`));
  const isFinal = or(
    eq(filings.state, 'issued'),
    and(eq(filings.state, 'withdrawn'), isNotNull(filings.fileNumber)),
  );
  const [unregistered] = await tx
    .select({ reference: filings.reference })
    .from(filings)
    .where(and(isFinal, notExists(entry)))
    .limit(1);
  return unregistered?.reference;
}

/** The first court file number, up to a year's last, that no filing bears and no gap closed; or undefined. */
export async function findGap(tx: Db, gaps: Pick<Gap, 'numbers'>[]): Promise<string | undefined> {
  for (const { year, last } of await tx.select().from(fileNumbers).orderBy(asc(fileNumbers.year))) {
    const yy = String(year % 100).padStart(2, '0');
    const rows = await tx
      .select({ number: filings.fileNumber })
      .from(filings)
      .where(sql`${filings.fileNumber} like ${`CV-${yy}-%`}`);
    const borne = new Set(rows.map(({ number }) => number));
    for (let n = 1; n <= last; n += 1) {
      const number = fileNumber(year, n);
      if (!borne.has(number) && !isClosed(number, gaps)) return number;
    }
  }
  return undefined;
}

/** A court file number of the range, both ends included, that a filing bears; or undefined. */
export async function findBorne(tx: Db, range: { first: string; last: string }): Promise<string | undefined> {
  const [borne] = await tx
    .select({ number: filings.fileNumber })
    .from(filings)
    .where(sql`${filings.fileNumber} collate "C" between ${range.first} and ${range.last}`)
    .limit(1);
  return borne?.number ?? undefined;
}

/**
 * The facts in a filing's row, beside the entry that tells how it ended. `sealed`: hashes of its sealed
 * files, sorted.
 */
export type FiledFacts = {
  entry: number;
  reference: string;
  /** The kind of the entry that a filing in its state has. */
  outcome: string;
  fileNumber: string | null;
  issueOn: IsoDate;
  court: string;
  sealed: string;
};

/** The facts of filings that the entries `first` to `last`, both included, report as issued, filed or void. */
export function listFiledFacts(tx: Db, first: number, last: number): Promise<FiledFacts[]> {
  const { sha256 } = documentVersions;
  return tx
    .select({
      entry: register.entry,
      reference: filings.reference,
      outcome,
      fileNumber: sql<string | null>`coalesce(${filings.fileNumber}, ${filings.filedIn})`,
      issueOn: filings.issueOn,
      court: filings.courtId,
      sealed: sql<string>`coalesce(string_agg(${sha256}, ' ' order by ${sha256} collate "C"), '')`,
    })
    .from(register)
    .innerJoin(filings, eq(filings.id, register.filingId))
    .leftJoin(documents, eq(documents.filingId, filings.id))
    .leftJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.kind, 'sealed')),
    )
    .where(and(between(register.entry, first, last), ne(register.kind, 'redated')))
    .groupBy(register.entry, filings.id);
}
