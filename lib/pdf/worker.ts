import { closeSync, openSync, readFileSync, writevSync } from 'node:fs';
import { findPlace } from '@/lib/pdf/find-place';
import { type Inspected, inspect } from '@/lib/pdf/inspect';
import type { Place, SealOrder } from '@/lib/pdf/order';
import { signedReceipt } from '@/lib/pdf/receipt';
import type { ReceiptSheet } from '@/lib/pdf/receipt-sheet';
import { PdfRefused, type RefusalCode } from '@/lib/pdf/refusal';
import { seal } from '@/lib/pdf/seal';
import type { Signed } from '@/lib/pdf/sign';
import type { Statement } from '@/lib/pdf/signature-field';
import { textOf } from '@/lib/pdf/text';

/**
 * Runs in a process of its own that is killed when a file takes too much time or memory. Files come and go by path,
 * the court's key stays with the process that asked: it is sent the digest to sign. Ends with the one that started it.
 */
export type InspectJob = { kind: 'inspect'; file: string; authority: string[] };
export type PlaceJob = { kind: 'place'; file: string; blind: boolean };
export type SealJob = {
  kind: 'seal';
  file: string;
  sealed: string;
  order: SealOrder;
  place: Place;
  room: number;
};
/** Needs no file: a receipt is drawn from its words. */
export type ReceiptJob = {
  kind: 'receipt';
  sealed: string;
  sheet: ReceiptSheet;
  statement: Statement;
  room: number;
};
export type TextJob = { kind: 'text'; file: string };
export type Job = InspectJob | PlaceJob | SealJob | ReceiptJob | TextJob;

export type Digests = Pick<Signed, 'originalSha256' | 'sha256'>;
export type Answer<J extends Job> = J extends InspectJob
  ? Inspected
  : J extends PlaceJob
    ? { ok: true; place: Place } | Refusal
    : J extends SealJob
      ? ({ ok: true } & Digests) | Refusal
      : J extends TextJob
        ? { ok: true; text: string | null }
        : { ok: true };
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
    if (job.kind === 'inspect') return inspect(bytes, job.authority.map(fromBase64));
    if (job.kind === 'text') return { ok: true, text: await textOf(bytes) };
    if (job.kind === 'place') return { ok: true, place: await findPlace(bytes, job) };
    const { revision, ...digests } = await seal(bytes, job.order, job.place, { room: job.room, sign });
    write(job.sealed, [bytes, revision]);
    return { ok: true, ...digests };
  } catch (error) {
    if (error instanceof PdfRefused) return { ok: false, code: error.code };
    return { failed: error instanceof Error ? error.message : 'unknown' };
  }
}

async function answerReceipt({ sealed, sheet, statement, room }: ReceiptJob): Promise<{ ok: true }> {
  write(sealed, [await signedReceipt(sheet, statement, { room, sign })]);
  return { ok: true };
}

/** Bytes of memory beyond which a process is tidied up before its next job; idle it has about half of this. */
const untidy = 180 * 1024 * 1024;

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

/** What is left of the parts after so many of their bytes. */
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
  // What a large file leaves behind must not count against the next one.
  if (process.memoryUsage.rss() > untidy) globalThis.gc?.();
});
process.send?.({ ok: true });
