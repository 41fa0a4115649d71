import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db';
import { rowsPerPage } from '@/lib/data/page';
import { register, registerDays } from '@/lib/data/schema';
import type { IsoDate } from '@/lib/domain/day';
import type { KeptEntry } from '@/lib/domain/register';

/** The register as anyone may read it: it names no people. */

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
  previous: register.previous,
  hash: register.hash,
};

/** Every entry in order, or those recorded on a day (Toronto), a thousand read at a time. In a transaction, as it stands there. */
export async function* readRegister(day?: IsoDate, tx: Db = db()): AsyncGenerator<KeptEntry> {
  let last = 0;
  for (;;) {
    const rows = await tx
      .select(columns)
      .from(register)
      .where(and(gt(register.entry, last), day ? eq(register.recordedOn, day) : undefined))
      .orderBy(asc(register.entry))
      .limit(atOnce);
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < atOnce) return;
    last = end.entry;
  }
}

/**
 * A day on which something was recorded; `root` is the hash of its last entry and covers all before: as it was kept
 * when the day ended, or so far.
 */
export type RegisterDay = { day: IsoDate; first: number; last: number; root: string };

/**
 * The days of the register before a day (all without one), the newest first, 20 at most. Each is looked up in the index
 * by itself: that takes no longer with a million entries.
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

/** The last day before another on which something was recorded, or undefined. */
async function dayBefore(before: IsoDate): Promise<RegisterDay | undefined> {
  const [newest] = await db()
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
  const [oldest] = await db()
    .select({ first: register.entry })
    .from(register)
    .where(eq(register.recordedOn, newest.day))
    .orderBy(asc(register.entry))
    .limit(1);
  return { ...newest, first: oldest?.first ?? newest.last };
}
