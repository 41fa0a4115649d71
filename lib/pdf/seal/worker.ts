import { closeSync, openSync, readFileSync, writevSync } from 'node:fs';
import type { ReceiptSheet } from '@/lib/pdf/drawing/receipt-sheet';
import type { Place, SealOrder } from '@/lib/pdf/read/seal-order';
import { textOf } from '@/lib/pdf/read/text';
import { type Examined, examine, type Placed, place } from '@/lib/pdf/seal/examine';
import { signedReceipt } from '@/lib/pdf/seal/receipt';
import { seal } from '@/lib/pdf/seal/seal';
import type { Signed } from '@/lib/pdf/signature/sign';
import type { Statement } from '@/lib/pdf/signature/signature-field';
import { PdfRefused, type RefusalCode } from '@/lib/pdf/syntax/refusal';

/**
 * Runs in its own process, which is killed when a file takes too much time or memory. Files are passed by
 * path. The court's key stays in the parent process, which signs the digest that it is sent. This process
 * ends when its parent ends.
 */
type ExamineJob = { kind: 'examine'; file: string; withText: boolean };
type PlaceJob = { kind: 'place'; file: string };
export type SealJob = {
  kind: 'seal';
  file: string;
  sealed: string;
  order: SealOrder;
  place: Place;
  room: number;
};
/** Needs no file: a receipt is drawn from its words. */
type ReceiptJob = {
  kind: 'receipt';
  sealed: string;
  sheet: ReceiptSheet;
  statement: Statement;
  room: number;
};
type TextJob = { kind: 'text'; file: string };
export type Job = ExamineJob | PlaceJob | SealJob | ReceiptJob | TextJob;

export type Digests = Pick<Signed, 'originalSha256' | 'sha256'>;
export type Answer<J extends Job> = J extends ExamineJob
  ? Examined
  : J extends PlaceJob
    ? Placed
    : J extends SealJob
      ? ({ ok: true } & Digests) | Refusal
      : J extends TextJob
        ? { ok: true; text: string | null }
        : { ok: true };
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
    if (job.kind === 'receipt') return await answerReceipt(job);
    const bytes = readFileSync(job.file);
    if (job.kind === 'examine') return await examine(bytes, job, report);
    if (job.kind === 'text') return { ok: true, text: await textOf(bytes) };
    if (job.kind === 'place') return await place(bytes, report);
    const { revision, ...digests } = await seal(bytes, job.order, job.place, { room: job.room, sign });
    write(job.sealed, [bytes, revision]);
    return { ok: true, ...digests };
  } catch (error) {
    if (error instanceof PdfRefused) return { ok: false, code: error.code };
    return { failed: error instanceof Error ? error.message : 'unknown' };
  }
}

function report(soFar: Examined | Placed): void {
  process.send?.({ soFar });
}

async function answerReceipt({ sealed, sheet, statement, room }: ReceiptJob): Promise<{ ok: true }> {
  write(sealed, [await signedReceipt(sheet, statement, { room, sign })]);
  return { ok: true };
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

function write(file: string, parts: Uint8Array[]): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    let left = parts.filter((part) => part.length > 0);
    while (left.length > 0) left = without(left, writevSync(descriptor, left));
  } finally {
    closeSync(descriptor);
  }
}

/** The rest of the parts after their first `count` bytes. */
function without(parts: Uint8Array[], count: number): Uint8Array[] {
  let skipped = count;
  return parts.flatMap((part) => {
    const taken = Math.min(skipped, part.length);
    skipped -= taken;
    return taken === part.length ? [] : [part.subarray(taken)];
  });
}

process.on('disconnect', () => process.exit());
process.on('message', async (message: Job | SignatureGiven) => {
  if ('signature' in message) return signed(message.signature);
  process.send?.(await answer(message));
  // Memory that a large file leaves behind must not count against the next file.
  if (process.memoryUsage.rss() > mostAfterJob) globalThis.gc?.();
});
process.send?.({ ok: true });
