import { and, asc, between, eq, isNotNull, isNull, lt, max, ne, notExists, or, sql } from 'drizzle-orm';
import type { Db } from '@/lib/data/db';
import {
  documents,
  documentVersions,
  fileNumbers,
  filings,
  register,
  registerDays,
  registerHead,
} from '@/lib/data/schema';
import type { IsoDate } from '@/lib/domain/day';
import { fileNumber } from '@/lib/domain/filing';

/**
 * What the register is compared with: the tables that it tells of, and the roots that were kept. For whoever operates
 * the database, in one transaction, so that all of it is of one instant.
 */

/** The number and the hash of the newest entry, as those who add entries know it. */
export async function getRegisterHead(tx: Db): Promise<{ entry: number; hash: string }> {
  const [head] = await tx.select().from(registerHead);
  if (!head) throw new Error('the register has no head');
  return head;
}

export type KeptRoot = typeof registerDays.$inferSelect;

/** The roots of all days that have ended, as they were kept, the oldest first. */
export function listKeptRoots(tx: Db): Promise<KeptRoot[]> {
  return tx.select().from(registerDays).orderBy(asc(registerDays.day));
}

/** The first day before the newest of which no root was kept, or not that of its last entry; or undefined. */
export async function findUnkeptDay(tx: Db): Promise<IsoDate | undefined> {
  const days = tx
    .select({ day: register.recordedOn, last: max(register.entry).as('last') })
    .from(register)
    .groupBy(register.recordedOn)
    .as('days');
  const newest = tx.select({ day: max(register.recordedOn) }).from(register);
  const [unkept] = await tx
    .select({ day: days.day })
    .from(days)
    .leftJoin(registerDays, and(eq(registerDays.day, days.day), eq(registerDays.entry, days.last)))
    .where(and(isNull(registerDays.day), lt(days.day, newest)))
    .orderBy(asc(days.day))
    .limit(1);
  return unkept?.day;
}

/** The reference of a filing that is issued, or withdrawn with a number, but has no entry that says so; or undefined. */
export async function findUnregistered(tx: Db): Promise<string | undefined> {
  const kind = sql`case when ${filings.state} = 'issued' then 'issued' else 'void' end`;
  const entry = tx
    .select({ one: sql`1` })
    .from(register)
    .where(and(eq(register.filingId, filings.id), sql`${register.kind} = ${kind}`));
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

/** The first court file number up to a year's last that no filing bears, or undefined. */
export async function findGap(tx: Db): Promise<string | undefined> {
  for (const { year, last } of await tx.select().from(fileNumbers).orderBy(asc(fileNumbers.year))) {
    const yy = String(year % 100).padStart(2, '0');
    const rows = await tx
      .select({ number: filings.fileNumber })
      .from(filings)
      .where(sql`${filings.fileNumber} like ${`CV-${yy}-%`}`);
    const borne = new Set(rows.map(({ number }) => number));
    for (let n = 1; n <= last; n += 1) if (!borne.has(fileNumber(year, n))) return fileNumber(year, n);
  }
  return undefined;
}

/** What a filing says of itself where an entry tells how it ended. `sealed`: the hashes of its sealed files, sorted. */
export type FiledFacts = {
  entry: number;
  reference: string;
  state: string;
  fileNumber: string | null;
  issueOn: IsoDate;
  court: string;
  sealed: string;
};

/** What the filings say that the entries from one number to another, both included, tell to be issued or void. */
export function listFiledFacts(tx: Db, first: number, last: number): Promise<FiledFacts[]> {
  const { sha256 } = documentVersions;
  return tx
    .select({
      entry: register.entry,
      reference: filings.reference,
      state: filings.state,
      fileNumber: filings.fileNumber,
      issueOn: filings.issueOn,
      court: filings.courtId,
      sealed: sql<string>`coalesce(string_agg(${sha256}, ' ' order by ${sha256} collate "C"), '')`,
    })
    .from(register)
    .innerJoin(filings, eq(filings.id, register.filingId))
    .leftJoin(documents, and(eq(documents.draftId, filings.draftId), ne(documents.state, 'removed')))
    .leftJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.version, 1)),
    )
    .where(and(between(register.entry, first, last), ne(register.kind, 'redated')))
    .groupBy(register.entry, filings.id);
}
