import { and, eq, inArray, isNotNull, ne, notExists, or, sql } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { documents, documentVersions, fileNumbers, filings, register, registerHead } from '@/lib/data/schema';
import { fileNumber } from '@/lib/domain/filing';
import type { ChainedEntry } from '@/lib/domain/register';

/** What the register says, compared with the tables that it tells of. For whoever operates the database. */

/** The number and the hash of the newest entry, as those who add entries know it. */
export async function getRegisterHead(): Promise<{ entry: number; hash: string }> {
  const [head] = await db().select().from(registerHead);
  if (!head) throw new Error('the register has no head');
  return head;
}

/** References of filings that are issued, or withdrawn with a number, but have no entry that says so; 20 at most. */
export async function listUnregistered(): Promise<string[]> {
  const kind = sql`case when ${filings.state} = 'issued' then 'issued' else 'void' end`;
  const entry = db()
    .select({ one: sql`1` })
    .from(register)
    .where(and(eq(register.filingId, filings.id), sql`${register.kind} = ${kind}`));
  const isFinal = or(
    eq(filings.state, 'issued'),
    and(eq(filings.state, 'withdrawn'), isNotNull(filings.fileNumber)),
  );
  const rows = await db()
    .select({ reference: filings.reference })
    .from(filings)
    .where(and(isFinal, notExists(entry)))
    .limit(20);
  return rows.map(({ reference }) => reference);
}

/** Court file numbers up to each year's last that no filing bears, 20 at most. */
export async function listGaps(): Promise<string[]> {
  const gaps: string[] = [];
  for (const { year, last } of await db().select().from(fileNumbers)) {
    const yy = String(year % 100).padStart(2, '0');
    const rows = await db()
      .select({ number: filings.fileNumber })
      .from(filings)
      .where(sql`${filings.fileNumber} like ${`CV-${yy}-%`}`);
    const borne = new Set(rows.map(({ number }) => number));
    for (let n = 1; n <= last; n += 1) if (!borne.has(fileNumber(year, n))) gaps.push(fileNumber(year, n));
  }
  return gaps.slice(0, 20);
}

/** The entries among these whose documents are not the sealed files of their filing, by number. */
export async function listUnlike(entries: readonly ChainedEntry[]): Promise<number[]> {
  const issued = entries.filter(({ kind }) => kind === 'issued');
  const references = issued.map(({ reference }) => reference);
  const rows = await db()
    .select({ reference: filings.reference, sha256: documentVersions.sha256 })
    .from(filings)
    .innerJoin(documents, and(eq(documents.draftId, filings.draftId), ne(documents.state, 'removed')))
    .innerJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.version, 1)),
    )
    .where(inArray(filings.reference, references));
  const sealed = (reference: string) => rows.filter((row) => row.reference === reference);
  const hashesOf = (list: readonly { sha256: string }[]) =>
    list
      .map(({ sha256 }) => sha256)
      .sort()
      .join();
  return issued
    .filter(({ reference, documents: named }) => hashesOf(sealed(reference)) !== hashesOf(named))
    .map(({ entry }) => entry);
}
