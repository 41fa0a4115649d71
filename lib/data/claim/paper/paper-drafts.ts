import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { lockDraft } from '@/lib/data/claim/drafts';
import { getAccountBy } from '@/lib/data/claim/paper/paper-owner';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { filings } from '@/lib/data/db/schema/filing';
import { type Actor, can, type UserActor } from '@/lib/domain/access/access';
import { newReference } from '@/lib/domain/access/reference';
import { type Paper, paperFault } from '@/lib/domain/claim/draft/paper';
import type { Times } from '@/lib/domain/court/calendar';

/**
 * Claims that were handed in on paper. A clerk enters each as a draft of their own, in the pages in which filers enter
 * theirs, and submits it for who handed it in.
 */

/** @throws NotFound for anyone but staff; Refused as `paperFault` and `getAccountBy` */
async function requirePaper(actor: Actor, paper: Paper, courtNow: Date): Promise<void> {
  if (!can(actor, 'enter-paper')) throw new NotFound('paper');
  const fault = paperFault(new Date(paper.receivedAt), paper.lateReason, courtNow);
  if (fault) throw new Refused(fault);
  if (paper.accountEmail) await getAccountBy(db(), paper.accountEmail);
}

/** What the audit log keeps of it: no name. */
const detailsOf = ({ receivedAt, lateReason, accountEmail }: Paper) => ({
  ...{ receivedAt, reason: lateReason, account: accountEmail === '' ? 'none' : 'by e-mail' },
});

/**
 * Begins the draft of a claim that was handed in on paper.
 * @throws NotFound for anyone but staff; Refused 'receivedInFuture', 'receivedTooEarly', 'enterLateReason',
 *   'noSuchAccount', 'severalAccounts', 'paperNeedsProfile' for a clerk without contact information
 */
export async function startPaper(
  actor: UserActor,
  paper: Paper,
  { now, courtNow }: Times,
): Promise<{ reference: string }> {
  await requirePaper(actor, paper, courtNow);
  return db().transaction(async (tx) => {
    const [profile] = await tx.select().from(profiles).where(eq(profiles.userId, actor.userId));
    if (!profile) throw new Refused('paperNeedsProfile');
    const reference = newReference('D', randomBytes(5));
    const at = { createdAt: now, updatedAt: now };
    const row = { reference, profileId: profile.id, createdBy: actor.userId, answers: {}, paper, ...at };
    await tx.insert(drafts).values(row);
    const details = detailsOf(paper);
    await record(tx, actor, { action: 'enter paper filing', subject: reference, details }, now);
    return { reference };
  });
}

/**
 * Changes what was entered of the counter, before the claim is submitted.
 * @throws NotFound for another clerk's draft, or one that is not of paper; Refused as `startPaper`
 */
export async function changePaper(
  actor: UserActor,
  reference: string,
  paper: Paper,
  { now, courtNow }: Times,
): Promise<void> {
  await requirePaper(actor, paper, courtNow);
  await db().transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, reference);
    if (!draft.paper) throw new NotFound('draft');
    await tx.update(drafts).set({ paper, updatedAt: now }).where(eq(drafts.id, draft.id));
    const details = { ...detailsOf(paper), before: draft.paper.receivedAt, after: paper.receivedAt };
    await record(tx, actor, { action: 'enter paper filing', subject: reference, details }, now);
  });
}

/** The clerk's own drafts of paper that are not submitted, the last changed first. @throws NotFound for anyone but staff */
export async function listPaperDrafts(actor: UserActor) {
  if (!can(actor, 'enter-paper')) throw new NotFound('paper');
  const rows = await db()
    .select({ reference: drafts.reference, paper: drafts.paper, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(
      and(
        ...[eq(drafts.createdBy, actor.userId), isNotNull(drafts.paper)],
        ...[isNull(drafts.submittedAt), isNull(drafts.deletedAt)],
      ),
    )
    .orderBy(desc(drafts.updatedAt));
  return rows.flatMap(({ paper, ...row }) => (paper ? [{ ...row, paper }] : []));
}

/** How a filing was handed in, if it was on paper, and who entered it, for staff; or null. */
export async function findPaperOf(actor: Actor, filingId: string) {
  if (!can(actor, 'read-filings')) throw new NotFound('filing');
  const [row] = await db()
    .select({ paper: drafts.paper, clerk: users.oneKeyId, enteredAt: drafts.submittedAt })
    .from(filings)
    .innerJoin(drafts, eq(drafts.id, filings.draftId))
    .innerJoin(users, eq(users.id, filings.submittedBy))
    .where(eq(filings.id, filingId));
  return row?.paper ? { ...row, paper: row.paper } : null;
}
