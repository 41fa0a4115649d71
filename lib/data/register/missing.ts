import { inArray } from 'drizzle-orm';
import type { Db } from '@/lib/data/db/db';
import { fileNumbers, filings } from '@/lib/data/db/schema/filing';
import { register } from '@/lib/data/db/schema/register';
import { getRegisterHead } from '@/lib/data/register/register-check';
import { listGaps } from '@/lib/data/register/register-reading';
import { fileNumberParts } from '@/lib/domain/filing/filing';
import { type Gap, isClosed } from '@/lib/domain/register/register';

/** A fact about the court's register or filings that is kept outside the database. */
export type Known = {
  entry?: number | undefined;
  hash?: string | undefined;
  fileNumber?: string | undefined;
  reference?: string | undefined;
  /** A court file number up to which all may have been given. */
  upTo?: string | undefined;
};

/** What the database lacks of what is known, and no gap of its register states yet. */
export type Missing = {
  lost: Gap['lost'];
  /** Court file numbers that were given and that no filing bears. */
  numbers: string[];
  /** The highest sequence known, of each year in which the next number would not lie beyond it. */
  highest: { year: number; sequence: number }[];
  /** References of filings. */
  filings: string[];
  /** Numbers that were given to one filing and that another bears here. No gap mends that. */
  twice: string[];
};

/** Facts that are compared at once. */
const atOnce = 500;

/** Whether nothing is missing that a gap could state. */
export function isWhole({ lost, numbers, highest, filings: references }: Missing): boolean {
  return !lost && [numbers, highest, references].every(({ length }) => length === 0);
}

/**
 * Compares what is known with the database. For whoever runs the service.
 * @param known in the order in which it came to be known, from one source after the other
 */
export async function findMissing(tx: Db, known: AsyncIterable<Known>): Promise<Missing> {
  const comparison = new Comparison(tx, await listGaps(tx));
  let some: Known[] = [];
  for await (const fact of known) {
    some.push(fact);
    if (some.length < atOnce) continue;
    await comparison.add(some);
    some = [];
  }
  await comparison.add(some);
  return comparison.result();
}

class Comparison {
  private lost: Gap['lost'] = null;
  private readonly numbers = new Set<string>();
  private readonly references = new Set<string>();
  private readonly twice = new Set<string>();
  private readonly highest = new Map<number, number>();
  /** The newest entry that both have: what is known after a gap was not lost by it. */
  private common = 0;

  constructor(
    private readonly tx: Db,
    private readonly gaps: (Gap & { entry: number })[],
  ) {}

  async add(some: Known[]): Promise<void> {
    await this.compareEntries(some);
    await this.compareFilings(some);
    await this.compareNumbers(some);
  }

  private async compareEntries(some: Known[]): Promise<void> {
    const told = some.flatMap(({ entry, hash }) => (entry && hash ? [{ entry, hash }] : []));
    const { entry: number, hash: kept } = register;
    const which = told.map(({ entry }) => entry);
    const rows = await this.tx
      .select({ entry: number, hash: kept })
      .from(register)
      .where(inArray(number, which));
    const here = new Map(rows.map(({ entry, hash }) => [entry, hash]));
    for (const { entry, hash } of told) {
      if (here.get(entry) === hash) this.common = Math.max(this.common, entry);
      else if (!this.isStated(entry)) this.lose(entry, hash);
    }
  }

  private isStated(entry: number): boolean {
    return this.gaps.some(
      (gap) => gap.lost && this.common < gap.entry && gap.lost.first <= entry && entry <= gap.lost.last,
    );
  }

  private lose(entry: number, hash: string): void {
    const { first, last, root } = this.lost ?? { first: entry, last: 0, root: hash };
    const newest = entry > last ? { last: entry, root: hash } : { last, root };
    this.lost = { first: Math.min(first, entry), ...newest };
  }

  private async compareFilings(some: Known[]): Promise<void> {
    const references = some.flatMap(({ reference }) => reference ?? []);
    const rows = await this.tx
      .select({ reference: filings.reference })
      .from(filings)
      .where(inArray(filings.reference, references));
    const here = new Set(rows.map(({ reference }) => reference));
    for (const reference of references) {
      const isStated = this.gaps.some((gap) => gap.filings.includes(reference));
      if (!here.has(reference) && !isStated) this.references.add(reference);
    }
  }

  private async compareNumbers(some: Known[]): Promise<void> {
    const numbers = some.flatMap(({ fileNumber }) => fileNumber ?? []);
    const rows = await this.tx
      .select({ number: filings.fileNumber, reference: filings.reference })
      .from(filings)
      .where(inArray(filings.fileNumber, numbers));
    const bearers = new Map(rows.map(({ number, reference }) => [number, reference]));
    for (const { fileNumber, reference, upTo } of some) {
      this.raise(fileNumber ?? upTo);
      if (!fileNumber) continue;
      const bearer = bearers.get(fileNumber);
      if (!bearer && !isClosed(fileNumber, this.gaps)) this.numbers.add(fileNumber);
      if (bearer && reference && bearer !== reference) this.twice.add(fileNumber);
    }
  }

  private raise(number = ''): void {
    const parts = fileNumberParts(number);
    if (parts) this.highest.set(parts.year, Math.max(parts.sequence, this.highest.get(parts.year) ?? 0));
  }

  async result(): Promise<Missing> {
    const counters = new Map(
      (await this.tx.select().from(fileNumbers)).map(({ year, last }) => [year, last]),
    );
    const highest = [...this.highest].map(([year, sequence]) => ({ year, sequence }));
    const { entry: end } = await getRegisterHead(this.tx);
    return {
      // A source that begins later knows nothing of the entries between.
      lost: this.lost && { ...this.lost, first: Math.min(this.lost.first, end + 1) },
      numbers: [...this.numbers].sort(),
      highest: highest.filter(({ year, sequence }) => sequence > (counters.get(year) ?? 0)),
      filings: [...this.references].sort(),
      twice: [...this.twice].sort(),
    };
  }
}
