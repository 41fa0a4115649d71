import { and, eq } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { visibleTo } from '@/lib/data/filings';
import { courts, filings, profiles, receipts } from '@/lib/data/schema';
import type { Actor } from '@/lib/domain/access';

/**
 * What the filer was told when the court had received the submission, as it was told then: a later change of the
 * filing's date does not reach it, and stands beside it under `filing`. For the filer whose it is, and for staff; null
 * for anyone else, and for what was submitted before receipts were kept.
 */
export async function findReceipt(actor: Actor, reference: string) {
  const [row] = await db()
    .select({
      reference: filings.reference,
      locale: filings.locale,
      title: filings.title,
      contact: filings.contact,
      court: courts.municipality,
      receivedAt: receipts.receivedAt,
      issueOn: receipts.issueOn,
      documents: receipts.documents,
      filing: { state: filings.state, issueOn: filings.issueOn },
    })
    .from(receipts)
    .innerJoin(filings, eq(filings.id, receipts.filingId))
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
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
