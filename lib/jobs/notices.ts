import { getCourt } from '@/lib/data/courts';
import type { Db } from '@/lib/data/db';
import type { Filing } from '@/lib/data/filing-lease';
import type { RepairOutcome } from '@/lib/data/repairs';
import type { HoldReason } from '@/lib/domain/hold';
import { env } from '@/lib/env';
import { claimFacts } from '@/lib/jobs/claim-mail';
import type { ClaimDelayed } from '@/lib/mail/claim-delayed';
import { type Notice, renderClaimNotice } from '@/lib/mail/claim-notice';
import { renderStaffHeld } from '@/lib/mail/staff-held';
import en from '@/lib/messages/en.json';
import fr from '@/lib/messages/fr.json';

/** The e-mails that tell of a hold: to the filer, and to staff where they have an address. */
export async function holdMails(facts: ClaimDelayed, code: HoldReason, locale: 'en' | 'fr') {
  const reason = (locale === 'fr' ? fr : en).holdReason[code];
  const filer = await renderClaimNotice({ ...facts, notice: 'held', reason }, locale);
  const url = `${env.PUBLIC_ORIGIN}/en/admin/filings/${facts.reference}`;
  const staff = env.STAFF_EMAIL && {
    recipient: env.STAFF_EMAIL,
    ...(await renderStaffHeld({ reference: facts.reference, code, url })),
  };
  return { filer, ...(staff && { staff }) };
}

/**
 * The e-mail that tells a filer what happened to their filing.
 * @param tx the transaction in which it happens
 */
export async function noticeOf(
  tx: Db,
  filing: Filing,
  notice: Notice,
  change: { issueOn?: string; reason?: string } = {},
) {
  const { municipality } = await getCourt(filing.courtId, tx);
  const { issueOn = filing.issueOn, reason = '' } = change;
  const facts = claimFacts({ ...filing, issueOn }, municipality);
  const before = issueOn === filing.issueOn ? undefined : filing.issueOn;
  return renderClaimNotice({ ...facts, notice, reason, before }, filing.locale);
}

/** The e-mail that tells what a copy came to. */
export function repairNotice(tx: Db, { filing, outcome, ...change }: RepairOutcome) {
  return noticeOf(tx, filing, outcome, change);
}
