import { setTimeout as wait } from 'node:timers/promises';
import { type LaterSubmit, prepareLater, submitLater } from '@/lib/data/claim/later/later-submission';
import { prepareSubmission, type Submit, type Submitted } from '@/lib/data/claim/submission';
import { submitDraft } from '@/lib/data/claim/submit-draft';
import { hastenReceipt } from '@/lib/data/mail/receipt-mail';
import type { UserActor } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';
import { issueNow } from '@/lib/jobs/issuing/issue';
import { takePlace } from '@/lib/jobs/issuing/load-shedding';
import { receiptFacts, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { note } from '@/lib/jobs/upkeep/journal';
import { wakeWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { renderClaimReceived } from '@/lib/mail/claim/claim-received';
import { renderDocumentReceived } from '@/lib/mail/claim/document-received';

/** The longest time that a person waits for the issued claim. The receipt already exists. */
const patienceMs = 4_000;

/**
 * Issues a claim that was just submitted. After `waitMs` the caller goes on, and issuing continues. The
 * worker takes a claim that fails or finds no place; of one without a place the receipt leaves at once.
 */
async function issueSoon(filingId: string, times: Times, waitMs: number): Promise<void> {
  const leavePlace = takePlace(times.now);
  if (!leavePlace) return hastenReceipt(filingId);
  const issuing = issueNow(filingId, times)
    .catch((error: unknown) => log.error({ err: error }, 'not issued in the request'))
    .finally(leavePlace);
  await Promise.race([issuing, wait(waitMs, undefined, { ref: false })]);
}

/**
 * Submits a draft: the claim is received, with its receipt on the way, and nothing is issued yet.
 * @throws what submitDraft throws
 */
export function receiveClaim(actor: UserActor, asked: Submit, times: Times): Promise<Submitted> {
  return writingAnew(async () => {
    const prepared = await prepareSubmission(actor, asked, times.courtNow);
    if (prepared.kind !== 'prepared') return prepared;
    const { submission } = prepared;
    const receipt = await renderClaimReceived(receiptFacts(submission), asked.locale);
    const submitted = await submitDraft(actor, asked, { submission, receipt }, times);
    if (submitted.kind === 'submitted') await note({ reference: submitted.reference });
    return submitted;
  });
}

/**
 * Submits a draft. In business hours the claim is issued before this returns, unless issuing takes long or
 * fails, or many people submit at once. In those cases, and outside business hours, the claim is left
 * received and the worker issues it. Nobody waits for e-mail.
 * @throws what submitDraft throws
 */
export async function submitClaim(
  actor: UserActor,
  asked: Submit,
  times: Times,
  waitMs = patienceMs,
): Promise<Submitted> {
  return goOn(await receiveClaim(actor, asked, times), times, waitMs);
}

/**
 * Submits a later document, as `submitClaim` does a claim.
 * @throws what submitLater throws
 */
export async function submitDocument(
  actor: UserActor,
  asked: LaterSubmit,
  times: Times,
  waitMs = patienceMs,
): Promise<Submitted> {
  const received = await writingAnew(async () => {
    const prepared = await prepareLater(actor, asked, times.courtNow);
    if (prepared.kind !== 'prepared') return prepared;
    const { submission } = prepared;
    const facts = { ...receiptFacts(submission), fileNumber: submission.filedIn };
    const receipt = await renderDocumentReceived(facts, asked.locale);
    const submitted = await submitLater(actor, asked, { submission, receipt }, times);
    if (submitted.kind === 'submitted') await note({ reference: submitted.reference });
    return submitted;
  });
  return goOn(received, times, waitMs);
}

/** Issues or files at once what the office was open for. */
async function goOn(submitted: Submitted, times: Times, waitMs: number): Promise<Submitted> {
  if (submitted.kind !== 'submitted') return submitted;
  if (submitted.isDue) await issueSoon(submitted.filingId, times, waitMs);
  wakeWorker();
  return submitted;
}
