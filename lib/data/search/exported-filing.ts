import { eq, inArray } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { summary } from '@/lib/data/filing/filings';

const exported = {
  reference: filings.reference,
  state: filings.state,
  laterKind: summary.laterKind,
  title: filings.title,
  court: courts.municipality,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
  issuedAt: filings.issuedAt,
  fileNumber: summary.fileNumber,
  ownNumber: filings.ownNumber,
  contact: filings.contact,
};

/** What a table of filings says of each, in the order of these references. The caller has authorised the actor. */
export async function listExported(references: string[]) {
  const rows = await db()
    .select(exported)
    .from(filings)
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(inArray(filings.reference, references));
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  return references.flatMap((reference) => byReference.get(reference) ?? []);
}
export type ExportedFiling = Awaited<ReturnType<typeof listExported>>[number];
