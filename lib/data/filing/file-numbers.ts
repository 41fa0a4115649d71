import { randomBytes } from 'node:crypto';
import { and, isNull, sql } from 'drizzle-orm';
import { db, type Tx } from '@/lib/data/db/db';
import { LeaseLost } from '@/lib/data/db/lease';
import { courtFiles } from '@/lib/data/db/schema/court';
import { fileNumbers, filings } from '@/lib/data/db/schema/filing';
import { isStillLeased, type LeasedFiling } from '@/lib/data/filing/filing-lease';
import { hashCode } from '@/lib/data/register/verification';
import { fileNumber } from '@/lib/domain/filing/filing';
import { fileNumberLine } from '@/lib/domain/filing/search';
import { verificationCode } from '@/lib/domain/register/verification';

/**
 * The permanent marks of an issued document: its number, its verification code and the instant of the
 * decision.
 */
export type Bound = { fileNumber: string; code: string; decidedAt: Date };

/**
 * The next number of the year. The counter stays locked until the transaction ends, so no number is lost or
 * given twice.
 */
async function nextFileNumber(tx: Tx, year: number): Promise<string> {
  const [counter] = await tx
    .insert(fileNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: fileNumbers.year, set: { last: sql`${fileNumbers.last} + 1` } })
    .returning({ last: fileNumbers.last });
  if (!counter) throw new Error('the counter gave no number');
  return fileNumber(year, counter.last);
}

/**
 * Opens the court file of the filing under the next number. The number's year is that of the date of issue.
 */
async function openCourtFile(tx: Tx, filing: LeasedFiling): Promise<string> {
  const number = await nextFileNumber(tx, Number(filing.issueOn.slice(0, 4)));
  await tx
    .insert(courtFiles)
    .values({ number, courtId: filing.courtId, title: filing.title, openedOn: filing.issueOn });
  return number;
}

/**
 * Binds the next court file number (r. 14.07(1)), a verification code and the instant of the decision to the
 * filing, so that every later attempt issues it under the same ones. A filing with another date or document
 * gets a new decision, but keeps number and code. A later document takes no number: it bears that of its court file.
 * @throws LeaseLost
 */
export async function bindFileNumber(filing: LeasedFiling, decidedAt: Date): Promise<Bound> {
  const { verificationCode: bound, decidedAt: decided, filedIn, fileNumber } = filing;
  const number = filedIn ?? fileNumber;
  if (number && bound && decided) return { fileNumber: number, code: bound, decidedAt: decided };
  const code = bound ?? verificationCode(randomBytes(10));
  const marks = { verificationCode: code, verificationHash: hashCode(code), decidedAt };
  if (filedIn) return bindMarks(filing, filedIn, marks);
  return db().transaction(async (tx) => {
    const fileNumber = number ?? (await openCourtFile(tx, filing));
    const rows = await tx
      .update(filings)
      .set({
        ...{ fileNumber, ...marks },
        ...(!bound && { search: sql`${filings.search} || ${`\n${fileNumberLine(fileNumber)}`}` }),
      })
      .where(and(isStillLeased(filing), isNull(filings.decidedAt)))
      .returning({ id: filings.id });
    if (rows.length === 0) throw new LeaseLost();
    return { fileNumber, code, decidedAt };
  });
}

type Marks = { verificationCode: string; verificationHash: string; decidedAt: Date };

/** Binds what a later document bears beside the number of its court file. @throws LeaseLost */
async function bindMarks(filing: LeasedFiling, fileNumber: string, marks: Marks): Promise<Bound> {
  const rows = await db()
    .update(filings)
    .set(marks)
    .where(and(isStillLeased(filing), isNull(filings.decidedAt)))
    .returning({ id: filings.id });
  if (rows.length === 0) throw new LeaseLost();
  return { fileNumber, code: marks.verificationCode, decidedAt: marks.decidedAt };
}
