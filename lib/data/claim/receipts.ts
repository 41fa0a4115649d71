import { and, eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import { restrictedColumns } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { filings, receipts } from '@/lib/data/db/schema/filing';
import type { Actor } from '@/lib/domain/access/access';

/**
 * The receipt in its form at the time of the submission. A later change of the filing's date does not alter
 * it, and appears beside it under `filing`. For the filer and staff; null for anyone else, and for
 * submissions from before receipts were stored.
 */
export async function findReceipt(actor: Actor, reference: string) {
  const [row] = await db()
    .select({
      reference: filings.reference,
      locale: filings.locale,
      laterKind: filings.laterKind,
      title: filings.title,
      ownNumber: filings.ownNumber,
      contact: filings.contact,
      court: courts.municipality,
      receivedAt: receipts.receivedAt,
      issueOn: receipts.issueOn,
      documents: receipts.documents,
      restrictions: restrictedColumns.restrictions,
      filing: { state: filings.state, issueOn: filings.issueOn },
    })
    .from(receipts)
    .innerJoin(filings, eq(filings.id, receipts.filingId))
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(and(eq(filings.reference, reference), visibleTo(actor)));
  return row ?? null;
}
export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

/** As `findReceipt`. @throws NotFound */
export async function getReceipt(actor: Actor, reference: string): Promise<Receipt> {
  const receipt = await findReceipt(actor, reference);
  if (!receipt) throw new NotFound('receipt');
  return receipt;
}
