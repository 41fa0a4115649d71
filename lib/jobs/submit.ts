import { setTimeout as wait } from 'node:timers/promises';
import { type Submit, type Submitted, submitDraft } from '@/lib/data/submission';
import type { UserActor } from '@/lib/domain/access';
import { receiptFacts } from '@/lib/jobs/claim-mail';
import { issueNow } from '@/lib/jobs/issue';
import { takePlace } from '@/lib/jobs/rush';
import { wakeWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { renderClaimReceived } from '@/lib/mail/claim-received';

/** How long the person waits for the issued claim; the receipt stands already. */
const patienceMs = 4_000;

type Times = { now: Date; courtNow: Date };

/** Issues what was just submitted; what takes longer goes on by itself, and what fails or finds no place is the worker's. */
async function issueSoon(filingId: string, times: Times, waitMs: number): Promise<void> {
  const leavePlace = takePlace(times.now);
  if (!leavePlace) return;
  const issuing = issueNow(filingId, times)
    .catch((error: unknown) => log.error({ err: error }, 'not issued in the request'))
    .finally(leavePlace);
  await Promise.race([issuing, wait(waitMs, undefined, { ref: false })]);
}

/**
 * Submits a draft. In business hours the claim is issued before this returns, unless that takes long or fails, or many
 * submit at once; then, and outside hours, it stands as received and the worker issues it. Nobody waits for e-mail.
 * @throws what submitDraft throws
 */
export async function submitClaim(
  actor: UserActor,
  asked: Submit,
  times: Times,
  waitMs = patienceMs,
): Promise<Submitted> {
  const submitted = await submitDraft(actor, asked, times, (submission) =>
    renderClaimReceived(receiptFacts(submission), submission.locale),
  );
  if (submitted.kind !== 'submitted') return submitted;
  if (submitted.isDue) await issueSoon(submitted.filingId, times, waitMs);
  wakeWorker();
  return submitted;
}
