import { setTimeout as wait } from 'node:timers/promises';
import { restrictedOf } from '@/lib/data/access/restricted';
import { getCalendarOf } from '@/lib/data/court/calendar';
import { municipalityOf } from '@/lib/data/court/courts';
import { backoffMs, LeaseLost } from '@/lib/data/db/lease';
import { type Bound, bindFileNumber } from '@/lib/data/filing/file-numbers';
import {
  handBack,
  type LeasedFiling,
  leaseDueFiling,
  putBack,
  renewLease,
} from '@/lib/data/filing/filing-lease';
import { holdFiling } from '@/lib/data/filing/hold';
import {
  completeIssue,
  listUploaded,
  type SealedDocument,
  type UploadedDocument,
} from '@/lib/data/filing/issuing';
import { placesOfKinds } from '@/lib/domain/claim/document';
import { opensAt, type Times } from '@/lib/domain/court/calendar';
import { deadlinesAfter } from '@/lib/domain/filing/deadline';
import { goesOnHold } from '@/lib/domain/filing/hold';
import { isClosed, type Restricted } from '@/lib/domain/filing/restriction';
import { env } from '@/lib/env';
import { isSheddingLoad } from '@/lib/jobs/issuing/load-shedding';
import { IssueFailure, sealDocument } from '@/lib/jobs/issuing/seal-document';
import { sealedName } from '@/lib/jobs/issuing/sealed-name';
import { claimFacts, holdMails, toldDocuments, verificationUrl } from '@/lib/jobs/mail/mail-about-claim';
import { collectGarbage } from '@/lib/jobs/upkeep/collect-garbage';
import { note } from '@/lib/jobs/upkeep/journal';
import { log } from '@/lib/log';
import { renderClaimDelayed } from '@/lib/mail/claim/claim-delayed';
import { renderClaimIssued } from '@/lib/mail/claim/claim-issued';
import { renderDocumentFiled } from '@/lib/mail/claim/document-filed';
import { measure } from '@/lib/measure';
import type { SealOrder } from '@/lib/pdf/read/seal-order';
import { courtNow, systemNow } from '@/lib/services/clock';
import { courtKey } from '@/lib/services/signing/signing-key';
import { traced } from '@/lib/traced';
import { tracepoint } from '@/lib/tracepoint';

/** Longer than any one document takes. After it the next worker takes over from a worker that died. */
const leaseMs = env.LEASE_SECONDS * 1000;
const firstWaitMs = env.RETRY_SECONDS * 1000;
/** The wait between two attempts at a filing: by default from half a minute to an hour. */
const waits = { firstMs: firstWaitMs, mostMs: 120 * firstWaitMs };
/** Filings issued at once: while two are sealed, others wait for the database and for storage. */
const workers = 4;
/** The worker's pause between two filings while it sheds load. */
const sheddingPauseMs = 250;

/** Many mailboxes refuse larger mail. Beyond this the e-mail carries only a link. */
const maxAttachedBytes = 7 * 1024 * 1024;

/** Seals one document after the other, because a filing has few and each takes much memory. */
async function sealDocuments(
  filing: LeasedFiling,
  uploaded: readonly UploadedDocument[],
  order: Omit<SealOrder, 'kind'>,
): Promise<SealedDocument[]> {
  const sealed: SealedDocument[] = [];
  for (const document of uploaded) {
    await renewLease(filing, systemNow(), leaseMs);
    sealed.push(await sealDocument(filing, document, order));
  }
  return sealed;
}

/** A filing with the restrictions of the court file that it is filed in. A claim opens its own, which has none yet. */
const withRestrictions = async (filing: LeasedFiling): Promise<LeasedFiling & Restricted> => ({
  ...filing,
  ...(await restrictedOf(filing.filedIn)),
});

async function writeMail(
  filing: LeasedFiling & Restricted,
  courtOffice: string,
  { fileNumber, code }: Bound,
  { uploaded, sealed }: { uploaded: UploadedDocument[]; sealed: SealedDocument[] },
) {
  const isLight = sealed.reduce((sum, { size }) => sum + size, 0) <= maxAttachedBytes;
  const attached = isLight && !isClosed(filing.restrictions);
  const documents = toldDocuments(uploaded, filing);
  const bound = { fileNumber, code, verifyUrl: verificationUrl(code) };
  const facts = { ...claimFacts(filing, courtOffice), ...bound, documents, attached };
  const calendar = await getCalendarOf(filing.courtId);
  const deadlines = deadlinesAfter(filing.claim.documentType, filing.issueOn, calendar);
  const places = placesOfKinds(sealed.map(({ kind }) => kind));
  const attachments = sealed.map(({ versionId, kind }, at) => ({
    versionId,
    filename: sealedName({ ...filing, fileNumber, kind, nth: places[at] ?? null }),
  }));
  const letter = filing.filedIn
    ? await renderDocumentFiled({ ...facts, late: Boolean(filing.statement?.lateGround) }, filing.locale)
    : await renderClaimIssued({ ...facts, deadlines }, filing.locale);
  return { ...letter, attachments: attached ? attachments : [] };
}

/** A filing that waited for the opening is late only from there on. */
function measureIssue({ receivedAt, issueOn }: LeasedFiling): void {
  const opening = opensAt(issueOn);
  const isInHours = receivedAt >= opening;
  const from = isInHours ? receivedAt : opening;
  const seconds = Math.max(0, (courtNow().getTime() - from.getTime()) / 1000);
  measure('issue', seconds, { received: isInHours ? 'in-hours' : 'before-opening' });
}

/** What a correction's seal says of the document that it corrects. */
function originalOf({ statement }: LeasedFiling): Pick<SealOrder, 'original'> {
  const correction = statement?.correction;
  return correction ? { original: { on: correction.issuedOn, orderedOn: correction.orderedOn } } : {};
}

async function issue(filing: LeasedFiling, courtOffice: string, times: Times): Promise<void> {
  const bound = await bindFileNumber(filing, times.courtNow);
  const { fileNumber, code, decidedAt } = bound;
  // The journal tells which filing was given a number. A later document bears that of its court file.
  if (!filing.filedIn) await note({ fileNumber, reference: filing.reference });
  tracepoint('number-bound', filing.reference);
  const order = {
    fileNumber,
    code,
    courtOffice,
    on: filing.issueOn,
    decidedAt: decidedAt.toISOString(),
    verifyUrl: verificationUrl(code),
    demonstration: (await courtKey()).isDemonstration,
    ...originalOf(filing),
  };
  const uploaded = await listUploaded(filing);
  const sealed = await sealDocuments(filing, uploaded, order);
  const mail = await writeMail(await withRestrictions(filing), courtOffice, bound, { uploaded, sealed });
  await note(await completeIssue(filing, fileNumber, sealed, mail, times));
  tracepoint('filing-issued', filing.reference);
  measureIssue(filing);
  log.info({ reference: filing.reference, fileNumber }, filing.filedIn ? 'filed' : 'issued');
}

/** Puts the filing on hold if its document cannot be sealed. Otherwise puts it back for a later attempt. */
async function giveUp(filing: LeasedFiling, courtOffice: string, failure: unknown, times: Times) {
  const { reference, attempts, lastError } = filing;
  const facts = claimFacts(await withRestrictions(filing), courtOffice);
  if (failure instanceof IssueFailure && goesOnHold(failure.code, attempts, lastError)) {
    const { code: reason, documentId } = failure;
    log.error({ err: failure, reference, attempts }, 'put on hold');
    await holdFiling(filing, { reason, documentId }, await holdMails(facts, reason, filing.locale), times);
    measure('hold', 1, { reason });
    return;
  }
  const error = failure instanceof IssueFailure ? failure.code : 'failed';
  log.error({ err: failure, reference, attempts }, 'not issued, will be tried again');
  const delayed = await renderClaimDelayed(facts, filing.locale);
  await putBack(filing, { error, waitMs: backoffMs(attempts, waits) }, delayed, times);
}

// Bundles of one process share globalThis, not modules. Requests issue in one bundle, the worker in another.
const holder = globalThis as typeof globalThis & { courtUnderWay?: Set<LeasedFiling> };
holder.courtUnderWay ??= new Set();
/** The filings that this process has leased. If it ends before they are issued, it hands them back. */
const underWay = holder.courtUnderWay;

/** Issues a leased filing. If that fails, the filing stays received for a later attempt, or goes on hold. */
async function attemptIssue(filing: LeasedFiling, times: Times): Promise<void> {
  underWay.add(filing);
  try {
    const municipality = await municipalityOf(filing.courtId);
    await traced('issue filing', () => issue(filing, municipality, times)).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) return giveUp(filing, municipality, error, times);
    });
  } finally {
    underWay.delete(filing);
  }
}

/**
 * Hands back all filings under way, because this process ends. Any further work of it on them counts for
 * nothing.
 */
export async function handBackUnderWay(): Promise<void> {
  for (const filing of underWay) await handBack(filing);
}

async function lease(times: Times, filingId?: string): Promise<LeasedFiling | null> {
  tracepoint('filing-due', filingId ?? '');
  const filing = await leaseDueFiling(times, leaseMs, filingId);
  if (filing) tracepoint('filing-leased', filing.reference);
  return filing;
}

/**
 * Issues one filing at once, in the request that submitted it. A failure that a later attempt can mend is not
 * thrown.
 */
export async function issueNow(filingId: string, times: Times): Promise<void> {
  const filing = await lease(times, filingId);
  if (filing) await attemptIssue(filing, times);
}

type Until = { stopping?: AbortSignal; alive?: () => void };

/**
 * Issues every filing that is due, the longest due first, four at once.
 * @param clock is asked before each filing, because a morning's backlog takes a while
 * @param until `stopping` ends the work after the filings under way; `alive` is called after each filing
 */
export async function issueDueFilings(clock: () => Times, until: Until = {}): Promise<void> {
  const all = Array.from({ length: workers }, (_, worker) => issueOneByOne(worker, clock, until));
  // All are awaited. If one fails, the others must not run on beside those of the next round.
  const failed = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function issueOneByOne(worker: number, clock: () => Times, { stopping, alive }: Until): Promise<void> {
  while (!stopping?.aborted) {
    const times = clock();
    const filing = await lease(times);
    if (!filing) return;
    await attemptIssue(filing, times);
    alive?.();
    // Collecting garbage also drops compiled code, and a page that somebody waits for would have to compile
    // it again.
    if (!isSheddingLoad(clock().now)) collectGarbage(performance.now());
    await giveWay(worker, clock, stopping);
  }
}

/** While load is shed, one worker goes on with pauses, and the others wait until shedding ends. */
async function giveWay(worker: number, clock: () => Times, stopping?: AbortSignal): Promise<void> {
  do {
    if (stopping?.aborted || !isSheddingLoad(clock().now)) return;
    await wait(sheddingPauseMs);
  } while (worker > 0);
}
