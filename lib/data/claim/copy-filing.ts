import { and, eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { ownedBy } from '@/lib/data/access/ownership';
import { newPartyId, startDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import type { UserActor } from '@/lib/domain/access/access';
import { answersOfClaim } from '@/lib/domain/claim/claim-v2';

/**
 * Begins a claim with the answers and parties of one of the actor's own filings, and without its documents.
 * @throws NotFound for another person's filing
 */
export async function copyFiling(
  actor: UserActor,
  reference: string,
  now: Date,
): Promise<{ reference: string }> {
  const [filing] = await db()
    .select({ claim: filings.claim })
    .from(filings)
    .where(and(eq(filings.reference, reference), ownedBy(actor)));
  if (!filing) throw new NotFound('filing');
  return startDraft(actor, now, answersOfClaim(filing.claim, newPartyId));
}
