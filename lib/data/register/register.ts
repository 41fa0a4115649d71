import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/lib/data/db/db';
import type { filings } from '@/lib/data/db/schema/filing';
import { register, registerDays, registerHead } from '@/lib/data/db/schema/register';
import { courtDay } from '@/lib/domain/court/calendar';
import { type Corrects, type FilingEntry, type Gap, registerHash } from '@/lib/domain/register/register';

type Filing = Pick<typeof filings.$inferSelect, 'id' | 'reference' | 'courtId' | 'issueOn'>;
type NewEntry = Pick<FilingEntry, 'kind' | 'fileNumber' | 'recordedAt'> & {
  documents?: FilingEntry['documents'];
  corrects?: Corrects;
};

/** The end of the register: its newest entry's number, and the hash that stands for all of it. */
export type RegisterEnd = { entry: number; hash: string };

/**
 * Adds an entry to the court's register. It must be the last statement of the transaction that it records,
 * because the register's head stays locked until that ends. An entry that a later one overtook is recorded at
 * the later one's instant. The first entry of a day stores the root of the day that ended.
 */
export async function appendRegisterEntry(tx: Tx, filing: Filing, entry: NewEntry): Promise<RegisterEnd> {
  const { end, ...link } = await nextLink(tx, entry.recordedAt);
  const chained = {
    documents: [],
    ...entry,
    ...link,
    reference: filing.reference,
    court: filing.courtId,
    issuedOn: filing.issueOn,
  };
  const hash = registerHash(chained);
  const { court: courtId, ...columns } = chained;
  const recordedOn = courtDay(link.recordedAt);
  await tx.insert(register).values({ ...columns, courtId, recordedOn, filingId: filing.id, hash });
  return moveHead(tx, end, { entry: link.entry, hash });
}

/** Adds a gap, under the same conditions as an entry of a filing. */
export async function appendGap(tx: Tx, gap: Gap, at: Date): Promise<RegisterEnd> {
  const { end, ...link } = await nextLink(tx, at);
  const hash = registerHash({ ...link, ...gap, kind: 'gap' });
  const recordedOn = courtDay(link.recordedAt);
  await tx.insert(register).values({ ...link, kind: 'gap', gap, documents: [], recordedOn, hash });
  return moveHead(tx, end, { entry: link.entry, hash });
}

/** Locks the end of the register, and gives the place of the entry that follows it. */
async function nextLink(tx: Tx, at: Date) {
  const [end] = await tx.select().from(registerHead).for('update');
  if (!end) throw new Error('the register has no head');
  const last = await findLast(tx);
  const recordedAt = last && last.recordedAt > at ? last.recordedAt : at;
  if (last && last.day < courtDay(recordedAt)) await tx.insert(registerDays).values(last);
  return { end: end.id, entry: end.entry + 1, previous: end.hash, recordedAt };
}

async function moveHead(tx: Tx, id: number, end: RegisterEnd): Promise<RegisterEnd> {
  await tx.update(registerHead).set(end).where(eq(registerHead.id, id));
  return end;
}

/** The last entry of the newest day, or undefined in an empty register. */
async function findLast(tx: Tx) {
  const [last] = await tx
    .select({
      day: register.recordedOn,
      entry: register.entry,
      root: register.hash,
      recordedAt: register.recordedAt,
    })
    .from(register)
    .orderBy(desc(register.recordedOn), desc(register.entry))
    .limit(1);
  return last;
}
