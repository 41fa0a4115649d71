import { and, asc, desc, eq, gt, isNull, lt, notExists, sql } from 'drizzle-orm';
import { type Db, readingDb } from '@/lib/data/db/db';
import { rowsPerPage } from '@/lib/data/db/page';
import { audit, auditDays, auditHead, auditLinks, auditUnsealed } from '@/lib/data/db/schema/audit';
import { AUDIT_ORIGIN, auditHash } from '@/lib/domain/access/audit-chain';
import type { IsoDate } from '@/lib/domain/court/day';

/** Links that are read at once. */
const atOnce = 2_000;

/** What a walk along the whole chain found: the number of links, the last hash, and the first thing that is wrong. */
export type AuditWalk = { links: number; root: string; unsealed: number; fault?: string; foundAt?: number };

/**
 * Walks the chain of the audit log from its first link to its last, as of one instant, and compares each link with its
 * row. For the operator of the database.
 * @param sought a root that somebody kept: whether a link has it
 */
export async function walkAudit(tx: Db, sought?: string): Promise<AuditWalk> {
  const walk: AuditWalk = { links: 0, root: AUDIT_ORIGIN, unsealed: 0 };
  const roots = new Map((await tx.select().from(auditDays)).map((day) => [day.place, day]));
  for (;;) {
    const some = await linksAfter(tx, walk.links);
    for (const link of some) {
      const fault = wrongOf(link, walk) ?? wrongRoot(link, roots.get(link.place));
      if (fault) return { ...walk, fault };
      walk.links = link.place;
      walk.root = link.hash;
      if (link.hash === sought) walk.foundAt = link.place;
    }
    if (some.length < atOnce) break;
  }
  walk.unsealed = await tx.$count(auditUnsealed);
  const fault = (await wrongEnd(tx, walk)) ?? (await wrongRows(tx));
  return fault ? { ...walk, fault } : walk;
}

function linksAfter(tx: Db, place: number) {
  return tx
    .select({ place: auditLinks.place, entry: auditLinks.entry, hash: auditLinks.hash, row: audit })
    .from(auditLinks)
    .leftJoin(audit, eq(audit.entry, auditLinks.entry))
    .where(gt(auditLinks.place, place))
    .orderBy(asc(auditLinks.place))
    .limit(atOnce);
}
type Link = Awaited<ReturnType<typeof linksAfter>>[number];

function wrongOf({ place, entry, hash, row }: Link, before: AuditWalk): string | undefined {
  if (place !== before.links + 1) return `link ${before.links + 1} of the chain is missing`;
  if (!row) return `row ${entry} is missing: link ${place} covers it`;
  if (auditHash(row, place, before.root) !== hash)
    return `row ${entry} is not the one that link ${place} covers`;
  return undefined;
}

function wrongRoot(
  { place, hash }: Link,
  kept: typeof auditDays.$inferSelect | undefined,
): string | undefined {
  return kept && kept.root !== hash ? `the root kept of ${kept.day} is not that of link ${place}` : undefined;
}

async function wrongEnd(tx: Db, { links, root }: AuditWalk): Promise<string | undefined> {
  const [head] = await tx.select().from(auditHead);
  const [cut] = await tx.select().from(auditDays).where(gt(auditDays.place, links)).limit(1);
  if (!head) return 'the chain has no head';
  if (head.place !== links || cut)
    return `link ${links + 1} of the chain is missing: ${head.place} were made`;
  return head.hash === root ? undefined : `link ${links} is not the one that was made last`;
}

/** Rows that came to the log past its trigger, and rows that went from it before they had a link. */
async function wrongRows(tx: Db): Promise<string | undefined> {
  const one = { one: sql`1` };
  const link = tx.select(one).from(auditLinks).where(eq(auditLinks.entry, audit.entry));
  const note = tx.select(one).from(auditUnsealed).where(eq(auditUnsealed.entry, audit.entry));
  const [strange] = await tx
    .select({ entry: audit.entry })
    .from(audit)
    .where(and(notExists(link), notExists(note)))
    .orderBy(asc(audit.entry))
    .limit(1);
  if (strange) return `row ${strange.entry} has no link and no note that it awaits one`;
  const [gone] = await tx
    .select({ entry: auditUnsealed.entry })
    .from(auditUnsealed)
    .leftJoin(audit, eq(audit.entry, auditUnsealed.entry))
    .where(isNull(audit.entry))
    .orderBy(asc(auditUnsealed.entry))
    .limit(1);
  return gone && `row ${gone.entry} is missing: it went before it had a link`;
}

/**
 * The roots of the finished days of the audit log before a day (by default all), the newest first, at most 20. Public:
 * they say how many lines there were, and nothing of what they say.
 */
export async function listAuditRoots(before: IsoDate = '9999-12-31') {
  return (await readingDb())
    .select()
    .from(auditDays)
    .where(lt(auditDays.day, before))
    .orderBy(desc(auditDays.day))
    .limit(rowsPerPage);
}
