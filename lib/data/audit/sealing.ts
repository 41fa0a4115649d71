import { asc, eq, sql } from 'drizzle-orm';
import { arrayOf, isAmong } from '@/lib/data/db/conditions';
import { db, type Tx } from '@/lib/data/db/db';
import { audit, auditDays, auditHead, auditLinks, auditUnsealed } from '@/lib/data/db/schema/audit';
import { auditHash } from '@/lib/domain/access/audit-chain';
import { courtDay } from '@/lib/domain/court/calendar';

/** Rows that are sealed in one transaction: a fraction of a second's work. */
const atOnce = 1_000;

/** How many rows a turn sealed, and of those that came first how many are gone from the log. */
export type Sealed = { sealed: number; missing: number };

/**
 * Adds the rows of the log that have no link yet to the chain, at most a thousand, in the order of their numbers. One
 * process does so at a time: another finds the head locked and does nothing. A row that is gone keeps its note, so that
 * `verify-audit` names it. The first link of a day stores the root of the day that ended. For the worker.
 * @param now the system's time
 */
export async function sealAudit(now: Date): Promise<Sealed> {
  // Nothing is locked, and nothing written, while there is nothing to do.
  const [first] = await db().select().from(auditUnsealed).limit(1);
  if (!first) return { sealed: 0, missing: 0 };
  return db().transaction(async (tx) => {
    const [head] = await tx.select().from(auditHead).for('update', { skipLocked: true });
    const rows = head ? await listUnsealed(tx) : [];
    const found = rows.flatMap(({ row }) => row ?? []);
    if (!head || found.length === 0) return { sealed: 0, missing: rows.length };

    const today = courtDay(now);
    const { sealedOn: day, place: last, hash: root } = head;
    if (day && day < today) await tx.insert(auditDays).values({ day, place: last, root });
    let { place, hash } = head;
    const links = found.map((row) => {
      place += 1;
      hash = auditHash(row, place, hash);
      return { place, entry: row.entry, hash };
    });
    await insertLinks(tx, links);
    const entries = links.map(({ entry }) => entry);
    await tx.delete(auditUnsealed).where(isAmong(auditUnsealed.entry, 'bigint', entries));
    const sealedOn = day && day > today ? day : today;
    await tx.update(auditHead).set({ place, hash, sealedOn }).where(eq(auditHead.id, head.id));
    return { sealed: found.length, missing: rows.length - found.length };
  });
}

/** One parameter a column: a list of values of its own for each row costs several times as much. */
async function insertLinks(tx: Tx, links: (typeof auditLinks.$inferSelect)[]): Promise<void> {
  const [places, entries, hashes] = (['place', 'entry', 'hash'] as const).map((name) =>
    arrayOf(links.map((link) => link[name])),
  );
  await tx.execute(sql`insert into ${auditLinks} (place, entry, hash)
    select * from unnest(${places}::bigint[], ${entries}::bigint[], ${hashes}::text[])`);
}

/** The first notes of rows without a link, each with its row if that is there. */
function listUnsealed(tx: Tx) {
  const first = tx
    .select({ noted: sql<number>`${auditUnsealed.entry}`.mapWith(Number).as('noted') })
    .from(auditUnsealed)
    .orderBy(asc(auditUnsealed.entry))
    .limit(atOnce)
    .as('first');
  return tx
    .select({ noted: first.noted, row: audit })
    .from(first)
    .leftJoin(audit, eq(audit.entry, first.noted))
    .orderBy(asc(first.noted));
}
