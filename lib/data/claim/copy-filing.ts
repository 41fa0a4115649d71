import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { ownedBy } from '@/lib/data/access/ownership';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { filings } from '@/lib/data/db/schema/filing';
import type { UserActor } from '@/lib/domain/access/access';
import { newReference } from '@/lib/domain/access/reference';
import { answersOfClaim } from '@/lib/domain/claim/claim-v1';

/**
 * Begins a claim with the answers and parties of one of the actor's own filings, and without its documents.
 * @throws NotFound for another person's filing
 */
export function copyFiling(actor: UserActor, reference: string, now: Date): Promise<{ reference: string }> {
  return db().transaction(async (tx) => {
    const [filing] = await tx
      .select({ claim: filings.claim, profileId: filings.profileId })
      .from(filings)
      .where(and(eq(filings.reference, reference), ownedBy(actor)));
    if (!filing) throw new NotFound('filing');
    const draft = newReference('D', randomBytes(5));
    await tx.insert(drafts).values({
      reference: draft,
      profileId: filing.profileId,
      createdBy: actor.userId,
      answers: answersOfClaim(filing.claim, () => randomUUID().slice(0, 8)),
      createdAt: now,
      updatedAt: now,
    });
    await record(tx, actor, { action: 'start draft', subject: draft }, now);
    return { reference: draft };
  });
}
