import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, or } from 'drizzle-orm';
import { Outdated } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { lockOwnDraft, type OwnDraft } from '@/lib/data/claim/drafts';
import { discardUnused } from '@/lib/data/claim/mended/discarded-copies';
import { ownerOf } from '@/lib/data/claim/paper/paper-owner';
import { saveParties } from '@/lib/data/claim/saved-parties';
import {
  findEarlier,
  readSubmission,
  type Submission,
  type Submit,
  type Submitted,
} from '@/lib/data/claim/submission';
import { db, type Tx } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents, removed } from '@/lib/data/db/schema/document';
import { filings, receipts } from '@/lib/data/db/schema/filing';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import type { Letter } from '@/lib/data/mail/outbox';
import { receiptDueAt } from '@/lib/data/mail/receipt-mail';
import type { UserActor } from '@/lib/domain/access/access';
import type { Paper } from '@/lib/domain/claim/draft/paper';
import type { Times } from '@/lib/domain/court/calendar';
import { SEARCH_VERSION, searchText } from '@/lib/domain/filing/search';

/**
 * Makes a filing of a draft, in one transaction: its current claim and contact, the date it will bear, the
 * receipt with the hash of each document, and the receipt's e-mail. Later closures never change the date.
 * Nothing is submitted if the form promised another date or showed other content. Submitting the same form or
 * draft again gives the same filing.
 * @param submission the prepared submission
 * @param receipt the receipt's e-mail, written from it
 * @throws NotFound for a draft that is not the actor's; Refused 'claimIncomplete', 'courtNotAccepting', 'natureNotInUse',
 *   'documentsMissing', 'submitAgain', for paper as `ownerOf`; Outdated if any fact in the receipt has changed since
 */
export function submitDraft(
  actor: UserActor,
  asked: Submit,
  { submission, receipt }: { submission: Submission; receipt: Letter },
  { now, courtNow }: Times,
): Promise<Submitted> {
  const { reference } = submission;
  return db().transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, actor, asked.draft);
    const earlier = await findEarlier(tx, actor, asked);
    if (earlier) return earlier;
    const found = await readSubmission(tx, draft, asked, { courtNow, reference });
    if (found.kind !== 'prepared') return found;
    if (!isDeepStrictEqual(found.submission, submission)) throw new Outdated();

    const profileId = draft.paper ? await ownerOf(tx, draft.paper, now) : draft.profileId;
    const owned = { ...draft, profileId };
    const filingId = await storeFiling(tx, submission, {
      draft: owned,
      actor,
      key: asked.key,
      dueAt: found.dueAt,
    });
    const unsorted = and(eq(documents.draftId, draft.id), eq(documents.state, 'unsorted'));
    const needless = or(inArray(documents.id, found.needless), unsorted);
    await tx.update(documents).set(removed(now)).where(needless);
    const submitted = and(eq(documents.draftId, draft.id), eq(documents.state, 'ready'));
    await tx.update(documents).set({ filingId }).where(submitted);
    await discardUnused(tx, draft.id, now);
    await tx.update(drafts).set({ submittedAt: now, profileId }).where(eq(drafts.id, draft.id));
    if (!draft.paper) await saveParties(tx, profileId, submission.claim, now);
    const details = { issueOn: submission.issueOn, ...(draft.paper && handedIn(draft.paper)) };
    await record(tx, actor, { action: 'submit filing', subject: reference, details }, now);
    const dueAt = receiptDueAt(submission.isOpen, now);
    const occasion = { filingId, dedupeKey: `claim-received/${filingId}`, dueAt };
    const recipient = submission.contact.email;
    await queueFilingMail(tx, { kind: 'claim-received', ...occasion, recipient, ...receipt }, now);
    return { kind: 'submitted', filingId, reference, isDue: submission.isOpen };
  });
}

/** What the audit log keeps of a claim on paper beside who entered it. */
const handedIn = ({ receivedAt, lateReason }: Paper) => ({ receivedAt, reason: lateReason });

/** The draft that was submitted, by whom, under the key of which form, and when the filing is due to be issued. */
type Occasion = { draft: OwnDraft; actor: UserActor; key: string; dueAt: Date };

/**
 * Stores the rows of a filing: its own, with whatever a later document has beside a claim, and its receipt's.
 * @returns its id
 */
export async function storeFiling(
  tx: Tx,
  submission: Submission,
  { draft, actor, key, dueAt }: Occasion,
): Promise<string> {
  const { claim, contact, court, ownNumber, reference, receivedAt, issueOn, documents: taken } = submission;
  const search = searchText({ reference, ownNumber, contact, claim });
  const [filing] = await tx
    .insert(filings)
    .values({
      ...submission,
      draftId: draft.id,
      profileId: draft.profileId,
      submittedBy: actor.userId,
      submissionKey: key,
      dueAt,
      courtId: court.id,
      search,
      searchVersion: SEARCH_VERSION,
    })
    .returning({ id: filings.id });
  if (!filing) throw new Error('the filing was not stored');
  await tx.insert(receipts).values({ filingId: filing.id, receivedAt, issueOn, documents: taken });
  return filing.id;
}
