import { readSync } from 'node:fs';
import type { ReceiptSheet } from '@/lib/pdf/drawing/receipt-sheet';
import { type Mended, mend } from '@/lib/pdf/mending/mend';
import { textOf } from '@/lib/pdf/pdf-js/text';
import type { Place, SealOrder } from '@/lib/pdf/read/seal-order';
import { type Examined, examine, type Placed, place, type Wanted } from '@/lib/pdf/seal/examine';
import { preview } from '@/lib/pdf/seal/preview';
import { sealReadably } from '@/lib/pdf/seal/read-back';
import { type ReadDocument, readDocument } from '@/lib/pdf/seal/read-claim';
import { signedReceipt } from '@/lib/pdf/seal/receipt';

import type { Signed } from '@/lib/pdf/signature/sign';
import type { Statement } from '@/lib/pdf/signature/signature-field';
import { PdfRefused, type RefusalCode } from '@/lib/pdf/syntax/refusal';

/**
 * Runs in its own process, which can open no file, and is killed when a document takes too much time or memory. The
 * court's key stays in the parent process, which signs the digest that it is sent. This process ends when its parent
 * ends.
 */
type ExamineJob = { kind: 'examine'; bytes: Uint8Array } & Wanted;
type PlaceJob = { kind: 'place'; bytes: Uint8Array };
type SealJob = { kind: 'seal'; bytes: Uint8Array; order: SealOrder; place: Place; room: number };
/** Needs no document: a receipt is drawn from its words. */
type ReceiptJob = { kind: 'receipt'; sheet: ReceiptSheet; statement: Statement; room: number };
type TextJob = { kind: 'text'; bytes: Uint8Array };
type ReadJob = { kind: 'read'; bytes: Uint8Array };
/** `page` from 1. */
type PreviewJob = { kind: 'preview'; bytes: Uint8Array; place: Place | null; page: number };
type MendJob = { kind: 'mend'; bytes: Uint8Array };
export type Job = ExamineJob | PlaceJob | SealJob | ReceiptJob | TextJob | ReadJob | PreviewJob | MendJob;

/** A job as it is sent. The bytes of its file, so many, follow through the standard input. */
export type Order = { job: Job; size: number };

export type Answer<J extends Job> = J extends ExamineJob
  ? Examined
  : J extends PlaceJob
    ? Placed
    : J extends SealJob
      ? ({ ok: true } & Signed) | Refusal
      : J extends TextJob
        ? { ok: true; text: string | null }
        : J extends ReadJob
          ? ReadDocument
          : J extends MendJob
            ? Mended | Refusal
            : { ok: true; bytes: Uint8Array } | (J extends PreviewJob ? Refusal : never);
/** An interim answer, which becomes final if the process is killed before it gives a better one. */
export type SoFar<J extends Job> = { soFar: Answer<J> };
/** The service is at fault, not the file. */
export type Failure = { failed: string };
/** Asks for the signature of a digest; both in base 64. */
export type SignatureAsked = { digest: string };
export type SignatureGiven = { signature: string };
type Refusal = { ok: false; code: RefusalCode };

async function answer(job: Job): Promise<Answer<Job> | Failure> {
  try {
    return await answerTo(job);
  } catch (error) {
    if (error instanceof PdfRefused) return { ok: false, code: error.code };
    return { failed: error instanceof Error ? error.message : 'unknown' };
  }
}

async function answerTo(job: Job): Promise<Answer<Job>> {
  if (job.kind === 'examine') return examine(job.bytes, job, report);
  if (job.kind === 'place') return place(job.bytes, report);
  if (job.kind === 'read') return readDocument(job.bytes);
  if (job.kind === 'preview') return { ok: true, bytes: await preview(job.bytes, job.place, job.page) };
  if (job.kind === 'mend') return mend(job.bytes);
  if (job.kind === 'text') return { ok: true, text: await textOf(job.bytes) };
  const signer = { room: job.room, sign };
  if (job.kind === 'receipt')
    return { ok: true, bytes: await signedReceipt(job.sheet, job.statement, signer) };
  return { ok: true, ...(await sealReadably(job.bytes, job.order, job.place, signer)) };
}

function report(soFar: Examined | Placed): void {
  process.send?.({ soFar });
}

/**
 * A process that uses more bytes collects its garbage before its next job. An idle process uses about half of
 * this.
 */
const mostAfterJob = 180 * 1024 * 1024;

const fromBase64 = (text: string) => Buffer.from(text, 'base64');

function sign(digest: Uint8Array): Promise<Uint8Array> {
  const given = new Promise<Uint8Array>((resolve) => {
    signed = (signature) => resolve(fromBase64(signature));
  });
  const asked: SignatureAsked = { digest: Buffer.from(digest).toString('base64') };
  process.send?.(asked);
  return given;
}

let signed: (signature: string) => void = () => undefined;

const standardInput = 0;

/** Waits for the bytes of a file. Ends with the parent process, which alone sends them. */
function receiveBytes(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const read = readSync(standardInput, bytes, at, size - at, null);
    if (read === 0) process.exit();
    at += read;
  }
  return bytes;
}

const jobOf = ({ job, size }: Order): Job => ('bytes' in job ? { ...job, bytes: receiveBytes(size) } : job);

process.on('disconnect', () => process.exit());
process.on('message', async (message: Order | SignatureGiven) => {
  if ('signature' in message) return signed(message.signature);
  process.send?.(await answer(jobOf(message)));
  // Memory that a large file leaves behind must not count against the next file.
  if (process.memoryUsage.rss() > mostAfterJob) globalThis.gc?.();
});
process.send?.({ ok: true });
