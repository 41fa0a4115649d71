import { getCalendar } from '@/lib/data/calendar';
import { type Submitted, submitDraft } from '@/lib/data/submission';
import type { UserActor } from '@/lib/domain/access';
import { isOpen } from '@/lib/domain/calendar';
import { claimFacts } from '@/lib/jobs/claim-mail';
import { issueNow } from '@/lib/jobs/issue';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderClaimReceived } from '@/lib/mail/claim-received';

/**
 * Submits a draft. In business hours the claim is issued before this returns; when that fails, and outside hours,
 * it stands as received and the worker issues it. Nobody waits for e-mail.
 * @throws what submitDraft throws
 */
export async function submitClaim(
  actor: UserActor,
  draft: { draft: string; locale: 'en' | 'fr' },
  times: { now: Date; courtNow: Date },
): Promise<Submitted> {
  const submitted = await submitDraft(actor, draft, times, (submission) =>
    renderClaimReceived(claimFacts(submission, submission.court.municipality), submission.locale),
  );
  if (submitted.isNew && isOpen(times.courtNow, await getCalendar()))
    await issueNow(submitted.filingId, times);
  wakeWorker();
  return submitted;
}
