import { and, asc, eq, or } from 'drizzle-orm';
import { visibleTo } from '@/lib/data/access/ownership';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { documentsOf, summary } from '@/lib/data/filing/filings';
import type { Actor } from '@/lib/domain/access/access';

/**
 * What was filed into a court file, the claim that opened it first, with the documents of each; of these, what the
 * actor may see. `hasStatement`: the statement of claim after a notice of action was filed, or is about to be.
 */
export async function getCourtFile(actor: Actor, number: string) {
  const inFile = or(
    and(eq(filings.fileNumber, number), eq(filings.state, 'issued')),
    eq(filings.filedIn, number),
  );
  const rows = await db()
    .select(summary)
    .from(filings)
    .where(and(inFile, visibleTo(actor)))
    .orderBy(asc(filings.receivedAt), asc(filings.id));
  const documents = await documentsOf(rows.map(({ id }) => id));
  return {
    number,
    filings: rows.map((row) => ({
      ...row,
      documents: documents.filter(({ filingId }) => filingId === row.id),
    })),
    hasStatement: rows.some(
      ({ laterKind, state }) => laterKind === 'statement-of-claim' && state !== 'withdrawn',
    ),
  };
}

export type CourtFile = Awaited<ReturnType<typeof getCourtFile>>;
