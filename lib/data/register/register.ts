import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/lib/data/db/db';
import type { filings } from '@/lib/data/db/schema/filing';
import { register, registerDays, registerHead } from '@/lib/data/db/schema/register';
import { courtDay } from '@/lib/domain/court/calendar';
import { type RegisterEntry, registerHash } from '@/lib/domain/register/register';

type Filing = Pick<typeof filings.$inferSelect, 'id' | 'reference' | 'courtId' | 'issueOn'>;
type NewEntry = Pick<RegisterEntry, 'kind' | 'fileNumber' | 'recordedAt'> & {
  documents?: RegisterEntry['documents'];
};

/**
 * Adds an entry to the court's register. It must be the last statement of the transaction that it records,
 * because the register's head stays locked until that ends. An entry that a later one overtook is recorded at
 * the later one's instant. The first entry of a day stores the root of the day that ended.
 */
export async function appendRegisterEntry(tx: Tx, filing: Filing, entry: NewEntry): Promise<void> {
  const [head] = await tx.select().from(registerHead).for('update');
  if (!head) throw new Error('the register has no head');
  const last = await findLast(tx);
  const recordedAt = last && last.recordedAt > entry.recordedAt ? last.recordedAt : entry.recordedAt;
  const recordedOn = courtDay(recordedAt);
  if (last && last.day < recordedOn) await tx.insert(registerDays).values(last);
  const chained: RegisterEntry = {
    documents: [],
    ...entry,
    recordedAt,
    entry: head.entry + 1,
    reference: filing.reference,
    court: filing.courtId,
    issuedOn: filing.issueOn,
    previous: head.hash,
  };
  const hash = registerHash(chained);
  const { court: courtId, ...columns } = chained;
  await tx.insert(register).values({ ...columns, courtId, recordedOn, filingId: filing.id, hash });
  await tx.update(registerHead).set({ entry: chained.entry, hash }).where(eq(registerHead.id, head.id));
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
