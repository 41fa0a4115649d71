import { randomUUID } from 'node:crypto';
import { getCourt } from '@/lib/data/courts';
import { bindFileNumber } from '@/lib/data/file-numbers';
import { type LeasedFiling, LeaseLost, leaseDueFiling, releaseFiling } from '@/lib/data/filing-lease';
import { completeIssue, listUploaded, type SealedDocument, type UploadedDocument } from '@/lib/data/issuing';
import { claimFacts } from '@/lib/jobs/claim-mail';
import { sealedName } from '@/lib/jobs/names';
import { sha256 } from '@/lib/jobs/sha256';
import { log } from '@/lib/log';
import { renderClaimDelayed } from '@/lib/mail/claim-delayed';
import { renderClaimIssued } from '@/lib/mail/claim-issued';
import type { SealOrder } from '@/lib/pdf/stamp';
import { courtClockIsSet } from '@/lib/services/clock';
import { sealPdf } from '@/lib/services/pdf';
import { store } from '@/lib/services/storage/store';

type Times = { now: Date; courtNow: Date };

/** Larger mail is refused by many mailboxes: then the e-mail carries a link alone. */
const maxAttachedBytes = 7 * 1024 * 1024;

/** What went wrong, in a word that can be shown and logged. */
class IssueFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

async function sealDocument(document: UploadedDocument, order: SealOrder): Promise<SealedDocument> {
  const bytes = await store.read(document.storageKey);
  if (sha256(bytes) !== document.sha256) throw new IssueFailure('stored-bytes-differ');
  const sealed = await sealPdf(bytes, order);
  if (!sealed.ok) throw new IssueFailure(sealed.code);
  const versionId = randomUUID();
  const storageKey = await store.put({ customId: versionId, name: `${versionId}.pdf` }, sealed.bytes);
  return {
    documentId: document.id,
    versionId,
    kind: document.kind,
    storageKey,
    size: sealed.bytes.length,
    sha256: sha256(sealed.bytes),
  };
}

/** One after the other: a filing has few documents, and each takes memory of its own. */
async function sealDocuments(
  filing: LeasedFiling,
  order: Omit<SealOrder, 'kind'>,
): Promise<SealedDocument[]> {
  const sealed: SealedDocument[] = [];
  for (const document of await listUploaded(filing)) {
    const kind = document.kind === 'claim' ? 'issued' : 'filed';
    sealed.push(await sealDocument(document, { ...order, kind }));
  }
  return sealed;
}

async function writeMail(
  filing: LeasedFiling,
  courtOffice: string,
  fileNumber: string,
  sealed: SealedDocument[],
) {
  const attached = sealed.reduce((sum, { size }) => sum + size, 0) <= maxAttachedBytes;
  const facts = { ...claimFacts(filing, courtOffice), fileNumber, attached };
  const attachments = sealed.map(({ versionId, kind }) => ({
    versionId,
    filename: sealedName(fileNumber, kind, filing.locale),
  }));
  return { ...(await renderClaimIssued(facts, filing.locale)), attachments: attached ? attachments : [] };
}

async function issue(filing: LeasedFiling, courtOffice: string, times: Times): Promise<void> {
  const fileNumber = await bindFileNumber(filing);
  const order = { fileNumber, on: filing.issueOn, courtOffice, demonstration: courtClockIsSet };
  const sealed = await sealDocuments(filing, order);
  const mail = await writeMail(filing, courtOffice, fileNumber, sealed);
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
