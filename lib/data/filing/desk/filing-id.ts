import { and, eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import type { Db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import type { Actor } from '@/lib/domain/access/access';

/** The id of a filing that the actor may open. @throws NotFound */
export async function filingIdFor(actor: Actor, reference: string, tx: Db): Promise<string> {
  const [filing] = await tx
    .select({ id: filings.id })
    .from(filings)
    .where(and(eq(filings.reference, reference), visibleTo(actor)));
  if (!filing) throw new NotFound('filing');
  return filing.id;
}
