import { eq, inArray, sql } from 'drizzle-orm';
import { visibleTo } from '@/lib/data/access/ownership';
import { titleFor } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { summary } from '@/lib/data/filing/filings';
import type { Actor } from '@/lib/domain/access/access';

const columnsFor = (actor: Actor) => ({
  reference: filings.reference,
  state: filings.state,
  laterKind: summary.laterKind,
  title: titleFor(actor),
  court: courts.municipality,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
  issuedAt: filings.issuedAt,
  fileNumber: summary.fileNumber,
  ownNumber: filings.ownNumber,
  contact: filings.contact,
  isVisible: sql<boolean>`${visibleTo(actor)}`,
});

/**
 * What a table of filings says of each, in the order of these references. The caller has authorised the actor; of a file
 * that is closed to them it names nobody.
 */
export async function listExported(actor: Actor, references: string[]) {
  const rows = await db()
    .select(columnsFor(actor))
    .from(filings)
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(inArray(filings.reference, references));
  const told = rows.map(({ isVisible, contact, ownNumber, ...row }) => ({
    ...row,
    contact: isVisible ? contact : null,
    ownNumber: isVisible ? ownNumber : '',
  }));
  const byReference = new Map(told.map((row) => [row.reference, row]));
  return references.flatMap((reference) => byReference.get(reference) ?? []);
}
export type ExportedFiling = Awaited<ReturnType<typeof listExported>>[number];
