import { and, eq, gte, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import { isOpenTo } from '@/lib/data/access/restricted';
import { kindsOf } from '@/lib/data/approval/proposals';
import { db } from '@/lib/data/db/db';
import { proposals } from '@/lib/data/db/schema/approval';
import { assignments, workAssignments } from '@/lib/data/db/schema/desk';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { isOverdue } from '@/lib/data/filing/administration';
import { isNotRepeated, needsAttention } from '@/lib/data/mail/mails';
import { isMailOpenTo } from '@/lib/data/mail/suppression';
import type { UserActor } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';
import type { WorkKind } from '@/lib/domain/health/work';

/**
 * Where the work of staff comes from. Each source is a walk along an index to the few rows that wait, and gives the work's
 * kind, its id, since when it waits, and who has it.
 */

/** A message that came back is work for so long, unless it is sent again. */
const bouncedForMs = 30 * 24 * 60 * 60_000;

const columns = (kind: WorkKind, id: SQL, since: SQL, holder: SQL) => ({
  kind: sql`${sql.raw(`'${kind}'`)}`.as('kind'),
  id: sql`${id}`.as('id'),
  since: sql`${since}`.as('since'),
  holder: sql`${holder}`.as('holder'),
});

function filingsThat(kind: WorkKind, since: SQL, condition: SQL | undefined) {
  return db()
    .select(columns(kind, sql`${filings.reference}`, since, sql`${assignments.userId}`))
    .from(filings)
    .leftJoin(assignments, eq(assignments.filingId, filings.id))
    .where(condition);
}

/** A message about a filing goes with the filing. */
function mailThat(actor: UserActor, since: SQL, condition: SQL | undefined) {
  const holder = sql`coalesce(${assignments.userId}, ${workAssignments.userId})`;
  const own = and(eq(workAssignments.kind, 'mail'), eq(workAssignments.subject, outbox.id));
  return db()
    .select(columns('mail', sql`${outbox.id}::text`, since, holder))
    .from(outbox)
    .leftJoin(assignments, eq(assignments.filingId, outbox.filingId))
    .leftJoin(workAssignments, own)
    .where(and(condition, isMailOpenTo(actor)));
}

function proposalsFor(actor: UserActor) {
  const own = and(eq(workAssignments.kind, 'approval'), eq(workAssignments.subject, proposals.id));
  const ofOthers = and(eq(proposals.state, 'proposed'), ne(proposals.proposedBy, actor.userId));
  const since = sql`${proposals.proposedAt}`;
  return db()
    .select(columns('approval', sql`${proposals.id}::text`, since, sql`${workAssignments.userId}`))
    .from(proposals)
    .leftJoin(workAssignments, own)
    .where(and(ofOthers, inArray(proposals.kind, kindsOf(actor))));
}

/** All that waits for this person and their colleagues, as a table of a query. The caller has authorised the actor. */
export function allWork(actor: UserActor, { now, courtNow }: Times): SQL {
  const bounced = and(
    isNotNull(outbox.filingId),
    gte(outbox.bouncedAt, new Date(now.getTime() - bouncedForMs)),
    sql`${outbox.state} not in ('failed', 'uncertain')`,
    isNotRepeated(),
  );
  const heldSince = sql`coalesce(${filings.heldAt}, ${filings.receivedAt})`;
  const sources = [
    filingsThat('hold', heldSince, and(eq(filings.state, 'held'), isOpenTo(actor))),
    filingsThat('late', sql`${filings.receivedAt}`, and(isOverdue(courtNow), isOpenTo(actor))),
    mailThat(actor, sql`${outbox.createdAt}`, needsAttention()),
    mailThat(actor, sql`${outbox.bouncedAt}`, bounced),
    ...(kindsOf(actor).length > 0 ? [proposalsFor(actor)] : []),
  ];
  return sql`(${sql.join(sources, sql` union all `)}) as work`;
}
