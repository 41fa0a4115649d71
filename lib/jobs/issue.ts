import { setTimeout as wait } from 'node:timers/promises';
import { getCourt } from '@/lib/data/courts';
import { type Bound, bindFileNumber } from '@/lib/data/file-numbers';
import {
  backoffMs,
  handBack,
  type LeasedFiling,
  LeaseLost,
  leaseDueFiling,
  putBack,
  renewLease,
} from '@/lib/data/filing-lease';
import { holdFiling } from '@/lib/data/hold';
import { completeIssue, listUploaded, type SealedDocument } from '@/lib/data/issuing';
import { goesOnHold } from '@/lib/domain/hold';
import { env } from '@/lib/env';
import { claimFacts, verificationAddress } from '@/lib/jobs/claim-mail';
import { sealedName } from '@/lib/jobs/names';
import { holdMails } from '@/lib/jobs/notices';
import { isRush } from '@/lib/jobs/rush';
import { IssueFailure, sealDocument } from '@/lib/jobs/seal-document';
import { tidyMemory } from '@/lib/jobs/tidy-memory';
import { log } from '@/lib/log';
import { renderClaimDelayed } from '@/lib/mail/claim-delayed';
import { renderClaimIssued } from '@/lib/mail/claim-issued';
import { reached } from '@/lib/milestone';
import type { SealOrder } from '@/lib/pdf/order';
import { systemNow } from '@/lib/services/clock';
import { courtKey } from '@/lib/services/signing-key';

type Times = { now: Date; courtNow: Date };

/** Longer than one document ever takes: a worker that died gives way to the next after this. */
const leaseMs = env.LEASE_SECONDS * 1000;
const firstWaitMs = env.RETRY_SECONDS * 1000;
/** Filings at once: while two are sealed, others wait for the database and for storage. */
const lanes = 4;
/** Between two filings of the worker in a rush. */
const rushPauseMs = 250;

/** Larger mail is refused by many mailboxes: then the e-mail carries a link alone. */
const maxAttachedBytes = 7 * 1024 * 1024;

/** One after the other: a filing has few documents, and each takes memory of its own. */
async function sealDocuments(
  filing: LeasedFiling,
  order: Omit<SealOrder, 'kind'>,
): Promise<SealedDocument[]> {
  const sealed: SealedDocument[] = [];
  for (const document of await listUploaded(filing)) {
    await renewLease(filing, systemNow(), leaseMs);
    sealed.push(await sealDocument(filing, document, order));
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
  reached('number-bound', filing.reference);
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
  reached('filing-issued', filing.reference);
  log.info({ reference: filing.reference, fileNumber }, 'issued');
}

/** Puts the filing on hold where its document cannot be sealed, else back for a later try. */
async function giveUp(filing: LeasedFiling, courtOffice: string, failure: unknown, times: Times) {
  const { reference, attempts, lastError } = filing;
  const facts = claimFacts(filing, courtOffice);
  if (failure instanceof IssueFailure && goesOnHold(failure.code, attempts, lastError)) {
    const { code: reason, documentId } = failure;
    log.error({ err: failure, reference, attempts }, 'put on hold');
    await holdFiling(filing, { reason, documentId }, await holdMails(facts, reason, filing.locale), times);
    return;
  }
  const error = failure instanceof IssueFailure ? failure.code : 'failed';
  log.error({ err: failure, reference, attempts }, 'not issued, will be tried again');
  const delayed = await renderClaimDelayed(facts, filing.locale);
  await putBack(filing, { error, waitMs: backoffMs(attempts, firstWaitMs) }, delayed, times);
}

// Bundles of one process share globalThis, not modules: requests issue in one, the worker in another.
const holder = globalThis as typeof globalThis & { courtUnderWay?: Set<LeasedFiling> };
holder.courtUnderWay ??= new Set();
/** What this process has leased; handed back when it ends before the work does. */
const underWay = holder.courtUnderWay;

/** Issues a leased filing; whatever fails, it stays received and is tried again, or goes on hold. */
async function tryIssue(filing: LeasedFiling, times: Times): Promise<void> {
  underWay.add(filing);
  try {
    const { municipality } = await getCourt(filing.courtId);
    await issue(filing, municipality, times).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) return giveUp(filing, municipality, error, times);
    });
  } finally {
    underWay.delete(filing);
  }
}

/** Gives back what is still under way, because this process ends. What it then still does counts for nothing. */
export async function handBackUnderWay(): Promise<void> {
  for (const filing of underWay) await handBack(filing);
}

async function lease(times: Times, filingId?: string): Promise<LeasedFiling | null> {
  reached('filing-due', filingId ?? '');
  const filing = await leaseDueFiling(times, leaseMs, filingId);
  if (filing) reached('filing-leased', filing.reference);
  return filing;
}

/** Issues one filing at once, in the request that submitted it. Never throws for what the queue can mend. */
export async function issueNow(filingId: string, times: Times): Promise<void> {
  const filing = await lease(times, filingId);
  if (filing) await tryIssue(filing, times);
}

type Until = { stopping?: AbortSignal; alive?: () => void };

/**
 * Issues every filing that is due, the longest due first, four at once.
 * @param clock asked before each: a morning's backlog takes a while
 * @param until ends it early, after what is under way
 */
export async function issueDueFilings(clock: () => Times, until: Until = {}): Promise<void> {
  const all = Array.from({ length: lanes }, (_, lane) => issueOneByOne(lane, clock, until));
  // Each to its end: a lane that fails must not leave the others running beside those of the next round.
  const failed = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function issueOneByOne(lane: number, clock: () => Times, { stopping, alive }: Until): Promise<void> {
  while (!stopping?.aborted) {
    const times = clock();
    const filing = await lease(times);
    if (!filing) return;
    await tryIssue(filing, times);
    alive?.();
    // Code that is seldom used goes as well: in a rush those who wait for a page would have it compiled anew.
    if (!isRush(clock().now)) tidyMemory(performance.now());
    await giveWay(lane, clock, stopping);
  }
}

/** In a rush one lane goes on, with pauses, and the others wait for it to end. */
async function giveWay(lane: number, clock: () => Times, stopping?: AbortSignal): Promise<void> {
  do {
    if (stopping?.aborted || !isRush(clock().now)) return;
    await wait(rushPauseMs);
  } while (lane > 0);
}
