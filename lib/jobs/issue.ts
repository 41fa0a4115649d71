import { getCourt } from '@/lib/data/courts';
import { type Bound, bindFileNumber } from '@/lib/data/file-numbers';
import { type LeasedFiling, LeaseLost, leaseDueFiling, releaseFiling } from '@/lib/data/filing-lease';
import { completeIssue, listUploaded, type SealedDocument } from '@/lib/data/issuing';
import { claimFacts, verificationAddress } from '@/lib/jobs/claim-mail';
import { sealedName } from '@/lib/jobs/names';
import { IssueFailure, sealDocument } from '@/lib/jobs/seal-document';
import { log } from '@/lib/log';
import { renderClaimDelayed } from '@/lib/mail/claim-delayed';
import { renderClaimIssued } from '@/lib/mail/claim-issued';
import type { SealOrder } from '@/lib/pdf/order';
import { courtKey } from '@/lib/services/signing-key';

type Times = { now: Date; courtNow: Date };

/** Larger mail is refused by many mailboxes: then the e-mail carries a link alone. */
const maxAttachedBytes = 7 * 1024 * 1024;

/** One after the other: a filing has few documents, and each takes memory of its own. */
async function sealDocuments(
  filing: LeasedFiling,
  order: Omit<SealOrder, 'kind'>,
): Promise<SealedDocument[]> {
  const sealed: SealedDocument[] = [];
  for (const document of await listUploaded(filing)) {
    sealed.push(await sealDocument(document, order));
  }
  return sealed;
}

async function writeMail(
  filing: LeasedFiling,
  courtOffice: string,
  { fileNumber, code }: Bound,
  sealed: SealedDocument[],
) {
  const attached = sealed.reduce((sum, { size }) => sum + size, 0) <= maxAttachedBytes;
  const bound = { fileNumber, code, verifyUrl: verificationAddress(code) };
  const facts = { ...claimFacts(filing, courtOffice), ...bound, attached };
  const attachments = sealed.map(({ versionId, kind }) => ({
    versionId,
    filename: sealedName(fileNumber, kind, filing.locale),
  }));
  return { ...(await renderClaimIssued(facts, filing.locale)), attachments: attached ? attachments : [] };
}

async function issue(filing: LeasedFiling, courtOffice: string, times: Times): Promise<void> {
  const bound = await bindFileNumber(filing, times.courtNow);
  const { fileNumber, code, decidedAt } = bound;
  const order = {
    fileNumber,
    code,
    courtOffice,
    on: filing.issueOn,
    decidedAt: decidedAt.toISOString(),
    address: verificationAddress(code),
    demonstration: (await courtKey()).isDemonstration,
  };
  const sealed = await sealDocuments(filing, order);
  const mail = await writeMail(filing, courtOffice, bound, sealed);
  await completeIssue(filing, fileNumber, sealed, mail, times);
  log.info({ reference: filing.reference, fileNumber }, 'issued');
}

/** Issues a leased filing; whatever fails, it stays received and is tried again. */
async function tryIssue(filing: LeasedFiling, times: Times): Promise<void> {
  const { municipality } = await getCourt(filing.courtId);
  try {
    await issue(filing, municipality, times);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    const code = error instanceof IssueFailure ? error.code : 'failed';
    log.error(
      { err: error, reference: filing.reference, attempts: filing.attempts },
      'not issued, will be tried again',
    );
    const delayed = await renderClaimDelayed(claimFacts(filing, municipality), filing.locale);
    await releaseFiling(filing, code, delayed, times);
  }
}

/** Issues one filing at once, in the request that submitted it. Never throws for what the queue can mend. */
export async function issueNow(filingId: string, times: Times): Promise<void> {
  const filing = await leaseDueFiling(times.courtNow, times.now, filingId);
  if (filing) await tryIssue(filing, times);
}

/** Issues every filing that is due, the longest due first. @param clock asked before each: a morning's backlog takes a while */
export async function issueDueFilings(clock: () => Times): Promise<void> {
  for (;;) {
    const times = clock();
    const filing = await leaseDueFiling(times.courtNow, times.now);
    if (!filing) return;
    await tryIssue(filing, times);
  }
}
