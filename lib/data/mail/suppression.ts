import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/lib/data/db/db';
import { noLease } from '@/lib/data/db/lease';
import { filings } from '@/lib/data/db/schema/filing';
import { type MailState, outbox } from '@/lib/data/db/schema/mail';
import { restrictions } from '@/lib/data/db/schema/restriction';
import { type Actor, can } from '@/lib/domain/access/access';
import { CLOSING, RESTRICTED_FILE } from '@/lib/domain/filing/restriction';

/** Messages that have not left, or perhaps not. */
const unsent: MailState[] = ['unconfirmed', 'queued', 'failed', 'uncertain'];

/**
 * Stops every message about these filings that has not left, for their court file was closed.
 * @returns how many
 */
export async function suppressAbout(tx: Db, filingIds: string[]): Promise<number> {
  const stopped = await tx
    .update(outbox)
    .set({ ...noLease, state: 'suppressed', suppressedReason: RESTRICTED_FILE })
    .where(and(inArray(outbox.filingId, filingIds), inArray(outbox.state, unsent)))
    .returning({ id: outbox.id });
  return stopped.length;
}

/**
 * A condition for messages that the actor may see among those of the court: for clerks none about a court file that is
 * sealed or anonymised. The few filings of such files are looked up by their indexes.
 */
export function isMailOpenTo(actor: Actor): SQL | undefined {
  if (can(actor, 'read-restricted')) return undefined;
  const closed = sql`${restrictions} as r where r.lifted_at is null
    and r.kind in (${sql.join(
      CLOSING.map((kind) => sql`${kind}`),
      sql`, `,
    )})`;
  return sql`(${outbox.filingId} in (
    select f.id from ${filings} as f where f.file_number in (select r.file_number from ${closed})
    union all select f.id from ${filings} as f where f.filed_in in (select r.file_number from ${closed})
  )) is not true`;
}
