import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { titleFor } from '@/lib/data/access/restricted';
import { type ListedProposal, listed } from '@/lib/data/approval/proposals';
import { oneKeyIdsOf } from '@/lib/data/audit/one-key-ids';
import { db } from '@/lib/data/db/db';
import { type CappedPage, cappedPageOf, countedAtMost, rowsPerPage } from '@/lib/data/db/page';
import { substitutes } from '@/lib/data/db/schema/document';
import { filings, holdReasons } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { allWork } from '@/lib/data/health/work/sources';
import { type Actor, can, type UserActor } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';
import type { HoldReason } from '@/lib/domain/filing/hold';
import type { MailKind } from '@/lib/domain/filing/mail-kind';
import type { WorkKind, WorkOf } from '@/lib/domain/health/work';

type FilingWork = {
  reference: string;
  /** Null for a sealed court file that is not for this person. */
  title: string | null;
  holdReason: HoldReason | null;
  /** The sentences of the catalogue's reason, where staff put it on hold for one. */
  kept: { wordsEn: string; wordsFr: string } | null;
  attempts: number;
  /** Whether a repaired copy awaits a registrar. */
  hasCopy: boolean;
};
type MailWork = { kind: MailKind; recipient: string; isBounced: boolean; reference: string | null };

/** A piece of work with what staff see of it; `holder` is null for free work. */
export type Work = {
  id: string;
  since: Date;
  holder: { id: string; oneKeyId: string } | null;
} & (
  | { kind: 'hold' | 'late'; filing: FilingWork }
  | { kind: 'mail'; mail: MailWork }
  | { kind: 'approval'; listed: ListedProposal }
);

type Row = { kind: WorkKind; id: string; since: Date; holder: string | null };
type Asked = { of: WorkOf; page: number; newestFirst: boolean };

const holder = sql`work.holder`;

function ofWhom(actor: UserActor, of: WorkOf): SQL {
  const isMine = sql`${holder} = ${actor.userId}`;
  if (of === 'mine') return isMine;
  if (of === 'free') return sql`${holder} is null`;
  return of === 'others' ? sql`${holder} is not null and not (${isMine})` : sql`true`;
}

/**
 * What waits for staff in one list, the longest waiting first, 20 a page: holds, late filings, mail that did not arrive, and
 * approvals of others' proposals that this person may decide. At most a thousand are counted.
 * @throws NotFound for anyone but staff
 */
export async function listWork(
  actor: UserActor,
  { of, page, newestFirst }: Asked,
  times: Times,
): Promise<CappedPage<Work>> {
  if (!can(actor, 'read-filings')) throw new NotFound('work');
  const [work, condition] = [allWork(actor, times), ofWhom(actor, of)];
  const some = db()
    .select({ one: sql`1` })
    .from(work)
    .where(condition)
    .limit(countedAtMost + 1);
  const shown = cappedPageOf(page, await db().$count(some.as('some')));
  const rows = await db()
    .select({
      kind: sql<WorkKind>`work.kind`,
      id: sql<string>`work.id`,
      since: sql`work.since`.mapWith(filings.receivedAt),
      holder: sql<string | null>`${holder}`,
    })
    .from(work)
    .where(condition)
    .orderBy(newestFirst ? sql`work.since desc` : sql`work.since`, sql`work.id`)
    .limit(rowsPerPage)
    .offset(shown.offset);
  return { ...shown, rows: await withFacts(actor, rows) };
}

/** What is gone since the rows were read is left out. */
async function withFacts(actor: UserActor, rows: Row[]): Promise<Work[]> {
  const idsOf = (kinds: WorkKind[]) => rows.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const [filingsOf, mailsOf, proposalsOf, names] = [
    await filingWork(actor, idsOf(['hold', 'late'])),
    await mailWork(idsOf(['mail'])),
    await listed(idsOf(['approval'])),
    await oneKeyIdsOf(new Set(rows.flatMap((row) => row.holder ?? []))),
  ];
  return rows.flatMap(({ kind, id, since, holder }): Work[] => {
    const by = holder ? { id: holder, oneKeyId: names.get(holder) ?? '' } : null;
    const row = { id, since, holder: by };
    if (kind === 'mail') {
      const mail = mailsOf.find((one) => one.id === id);
      return mail ? [{ ...row, kind, mail }] : [];
    }
    if (kind === 'approval') {
      const found = proposalsOf.find(({ proposal }) => proposal.id === id);
      return found ? [{ ...row, kind, listed: found }] : [];
    }
    const filing = filingsOf.find(({ reference }) => reference === id);
    return filing ? [{ ...row, kind, filing }] : [];
  });
}

async function filingWork(actor: Actor, references: string[]): Promise<FilingWork[]> {
  if (references.length === 0) return [];
  const copies = sql`select from ${substitutes} as copies
    where copies.filing_id = ${filings}.id and copies.state = 'proposed'`;
  return db()
    .select({
      reference: filings.reference,
      title: titleFor(actor),
      holdReason: filings.holdReason,
      kept: { wordsEn: holdReasons.wordsEn, wordsFr: holdReasons.wordsFr },
      attempts: filings.attempts,
      hasCopy: sql`exists (${copies})`.mapWith(Boolean),
    })
    .from(filings)
    .leftJoin(holdReasons, eq(holdReasons.id, filings.keptReasonId))
    .where(inArray(filings.reference, references));
}

async function mailWork(ids: string[]): Promise<(MailWork & { id: string })[]> {
  if (ids.length === 0) return [];
  return db()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      recipient: outbox.recipient,
      isBounced: sql`${outbox.bouncedAt} is not null`.mapWith(Boolean),
      reference: filings.reference,
    })
    .from(outbox)
    .leftJoin(filings, eq(filings.id, outbox.filingId))
    .where(inArray(outbox.id, ids));
}
