import { and, asc, eq, or, sql } from 'drizzle-orm';
import { visibleTo } from '@/lib/data/access/ownership';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { documentsOf, summary } from '@/lib/data/filing/filings';
import type { Actor } from '@/lib/domain/access/access';
import { isServedOnAll } from '@/lib/domain/claim/later/later';

const defendants = sql`jsonb_array_length(${filings.claim} -> 'defendants')`.mapWith(Number);

/**
 * What was filed into a court file, the claim that opened it first, with the documents of each; of these, what the
 * actor may see. `done`: the statement of claim after a notice of action, and proof of service on every defendant, were
 * filed or are about to be; `service` is what was stated with that proof.
 */
export async function getCourtFile(actor: Actor, number: string) {
  const inFile = or(
    and(eq(filings.fileNumber, number), eq(filings.state, 'issued')),
    eq(filings.filedIn, number),
  );
  const rows = await db()
    .select({ ...summary, statement: filings.statement, contact: filings.contact, defendants })
    .from(filings)
    .where(and(inFile, visibleTo(actor)))
    // What opened the file comes first.
    .orderBy(asc(filings.receivedAt), sql`${filings.filedIn} nulls first`, asc(filings.id));
  const documents = await documentsOf(rows.map(({ id }) => id));
  const standing = rows.filter(({ state }) => state !== 'withdrawn');
  const service = standing.flatMap(({ statement }) => statement?.service ?? []);
  return {
    number,
    filings: rows.map((row) => ({
      ...row,
      documents: documents.filter(({ filingId }) => filingId === row.id),
    })),
    service,
    done: {
      statement: standing.some(({ laterKind }) => laterKind === 'statement-of-claim'),
      service: isServedOnAll(service, rows.find(({ laterKind }) => !laterKind)?.defendants ?? 0),
    },
  };
}

export type CourtFile = Awaited<ReturnType<typeof getCourtFile>>;
