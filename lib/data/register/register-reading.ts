import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { type Db, db, readingDb } from '@/lib/data/db/db';
import { rowsPerPage } from '@/lib/data/db/page';
import { register, registerDays } from '@/lib/data/db/schema/register';
import type { IsoDate } from '@/lib/domain/court/day';
import type { Gap, StoredEntry } from '@/lib/domain/register/register';

/** The register, which anyone may read because it names no people. */

const atOnce = 1_000;

const columns = {
  entry: register.entry,
  kind: register.kind,
  reference: register.reference,
  fileNumber: register.fileNumber,
  court: register.courtId,
  issuedOn: register.issuedOn,
  recordedAt: register.recordedAt,
  recordedOn: register.recordedOn,
  documents: register.documents,
  corrects: register.corrects,
  gap: register.gap,
  previous: register.previous,
  hash: register.hash,
};

type Row = Omit<typeof register.$inferSelect, 'filingId' | 'courtId'> & { court: string | null };

/** The entry in a row. @throws if the row is of a filing and lacks a fact of it, which the table forbids */
function toEntry({
  gap,
  kind,
  reference,
  court,
  issuedOn,
  fileNumber,
  documents,
  corrects,
  ...link
}: Row): StoredEntry {
  if (kind === 'gap' && gap) return { ...link, kind, ...gap };
  if (kind === 'gap' || reference === null || court === null || issuedOn === null)
    throw new Error(`entry ${link.entry} lacks a fact`);
  return {
    ...{ ...link, kind, reference, court, issuedOn, fileNumber, documents },
    ...(corrects && { corrects }),
  };
}

/**
 * Every entry in order, or those recorded on a day (Toronto). It reads a thousand at a time, in `tx` if
 * given.
 */
export async function* readRegister(day?: IsoDate, tx?: Db): AsyncGenerator<StoredEntry> {
  const from = tx ?? (await readingDb());
  let last = 0;
  for (;;) {
    const rows = await from
      .select(columns)
      .from(register)
      .where(and(gt(register.entry, last), day ? eq(register.recordedOn, day) : undefined))
      .orderBy(asc(register.entry))
      .limit(atOnce);
    yield* rows.map(toEntry);
    const end = rows.at(-1);
    if (!end || rows.length < atOnce) return;
    last = end.entry;
  }
}

/**
 * A day with entries. `root` is the hash of its last entry, which covers all entries before: the stored root
 * if the day has ended, else that of the newest entry so far.
 */
export type RegisterDay = { day: IsoDate; first: number; last: number; root: string };

/**
 * The days of the register before the given day (by default all), the newest first, at most 20. Each takes
 * one look-up in the index, so that a million entries take no longer.
 */
export async function listRegisterDays(before: IsoDate = '9999-12-31'): Promise<RegisterDay[]> {
  const days: RegisterDay[] = [];
  while (days.length < rowsPerPage) {
    const found = await dayBefore(days.at(-1)?.day ?? before);
    if (!found) break;
    days.push(found);
  }
  return days;
}

/** The last day with entries before another day, or undefined. */
async function dayBefore(before: IsoDate): Promise<RegisterDay | undefined> {
  const reading = await readingDb();
  const [newest] = await reading
    .select({
      day: register.recordedOn,
      last: sql<number>`coalesce(${registerDays.entry}, ${register.entry})`.mapWith(Number),
      root: sql<string>`coalesce(${registerDays.root}, ${register.hash})`,
    })
    .from(register)
    .leftJoin(registerDays, eq(registerDays.day, register.recordedOn))
    .where(lt(register.recordedOn, before))
    .orderBy(desc(register.recordedOn), desc(register.entry))
    .limit(1);
  if (!newest) return undefined;
  const [oldest] = await reading
    .select({ first: register.entry })
    .from(register)
    .where(eq(register.recordedOn, newest.day))
    .orderBy(asc(register.entry))
    .limit(1);
  return { ...newest, first: oldest?.first ?? newest.last };
}

/** The gaps of the register, the oldest first, each with the number of its entry. */
export async function listGaps(tx: Db = db()): Promise<(Gap & { entry: number; recordedOn: IsoDate })[]> {
  const { entry, recordedOn, gap } = register;
  const rows = await tx
    .select({ entry, recordedOn, gap })
    .from(register)
    .where(eq(register.kind, 'gap'))
    .orderBy(asc(entry));
  return rows.flatMap((row) =>
    row.gap ? [{ ...row.gap, entry: row.entry, recordedOn: row.recordedOn }] : [],
  );
}
