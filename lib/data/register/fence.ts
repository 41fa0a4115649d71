import { asc } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { fileNumbers } from '@/lib/data/db/schema/filing';
import { registerHead } from '@/lib/data/db/schema/register';
import { findMissing, isWhole, type Known, type Missing } from '@/lib/data/register/missing';
import { appendGap, type RegisterEnd } from '@/lib/data/register/register';
import { courtDay, type Times } from '@/lib/domain/court/calendar';
import { fileNumber } from '@/lib/domain/filing/filing';
import type { Gap } from '@/lib/domain/register/register';

/** What a fence found, and the gap with its place in the register; null where nothing was missing. */
export type Fenced = { missing: Missing; gap: (Gap & RegisterEnd) | null };

/**
 * Fences a restored database off from what was lost: raises the court file numbers beyond the highest one
 * known and a margin, and states in the register what is missing, in one transaction. Where nothing is
 * missing, nothing changes. For whoever runs the service, while no server does.
 * @param known all that is known of the register as it was
 * @param margin how many numbers more may have been given than anybody knows of
 */
export function fenceRegister(known: AsyncIterable<Known>, margin: number, times: Times): Promise<Fenced> {
  return db().transaction(async (tx) => {
    await tx.select().from(registerHead).for('update');
    const missing = await findMissing(tx, known);
    if (isWhole(missing)) return { missing, gap: null };
    const year = Number(courtDay(times.courtNow).slice(0, 4));
    const { lost, filings } = missing;
    const gap = { lost, numbers: await closeNumbers(tx, missing, year, margin), filings };
    const details = { filings: filings.length, ...(lost && { first: lost.first, last: lost.last }) };
    await record(
      tx,
      { kind: 'system' },
      { action: 'fence register', subject: 'register', details },
      times.now,
    );
    return { missing, gap: { ...gap, ...(await appendGap(tx, gap, times.courtNow)) } };
  });
}

/** Raises the counters of the years whose numbers are known beyond them, of the newest, and of this year. */
async function closeNumbers(
  tx: Tx,
  { highest }: Missing,
  year: number,
  margin: number,
): Promise<Gap['numbers']> {
  const rows = await tx.select().from(fileNumbers).orderBy(asc(fileNumbers.year)).for('update');
  const counters = new Map(rows.map((row) => [row.year, row.last]));
  const known = new Map(highest.map((row) => [row.year, row.sequence]));
  const newest = Math.max(year, ...counters.keys(), ...known.keys());
  const closed: Gap['numbers'] = [];
  for (const each of new Set([...known.keys(), year, newest].sort())) {
    const counter = counters.get(each) ?? 0;
    const last = Math.max(counter, known.get(each) ?? 0) + margin;
    await tx
      .insert(fileNumbers)
      .values({ year: each, last })
      .onConflictDoUpdate({ target: fileNumbers.year, set: { last } });
    closed.push({ first: fileNumber(each, counter + 1), last: fileNumber(each, last) });
  }
  return closed;
}
