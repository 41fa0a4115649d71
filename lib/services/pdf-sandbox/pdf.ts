import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';
import type { ReceiptSheet } from '@/lib/pdf/drawing/receipt-sheet';
import type { Place, SealOrder } from '@/lib/pdf/read/seal-order';
import type { Examined, Placed } from '@/lib/pdf/seal/examine';
import type { Digests } from '@/lib/pdf/seal/worker';
import type { Signer } from '@/lib/pdf/signature/sign';
import type { Statement } from '@/lib/pdf/signature/signature-field';
import type { RefusalCode } from '@/lib/pdf/syntax/refusal';
import { type LimitCode, runGuarded } from '@/lib/services/pdf-sandbox/pdf-process';

/** Why a file was refused; each is a message key. */
export type PdfCode = RefusalCode | LimitCode;
type Refused = { ok: false; code: PdfCode };
export type Examination = Examined | Refused;
export type Placing = Placed | Refused;
export type Sealing = ({ ok: true; bytes: Uint8Array } & Digests) | Refused;

/**
 * Examines an uploaded file by its bytes in one job: whether it is a PDF that the court can accept, its
 * number of pages, its SHA-256, the place of its seal, and warnings for its filer. With `withText` also its text, which is null if
 * there is none or it takes too long to read.
 * @throws if the service is at fault, not the file
 */
export async function examinePdf(bytes: Uint8Array, { withText = false } = {}): Promise<Examination> {
  return withFile(bytes, (file) => runGuarded({ kind: 'examine', file, withText }));
}

/**
 * Finds a place for the seal on a document. A page that takes too much time or memory to examine counts as
 * full.
 * @throws if the service is at fault, not the file
 */
export function placeSeal(bytes: Uint8Array): Promise<Placing> {
  return withFile(bytes, (file) => runGuarded({ kind: 'place', file }));
}

/**
 * Puts a document under the court's seal and signature. The original bytes are an exact prefix of the result.
 * Every try gives the same result, except for the signature.
 * @throws if the service is at fault, not the file; also whatever `sign` throws
 */
export function sealPdf(
  bytes: Uint8Array,
  order: SealOrder,
  place: Place,
  { room, sign }: Signer,
): Promise<Sealing> {
  return withFile(bytes, async (file): Promise<Sealing> => {
    const sealed = `${file}.sealed`;
    const outcome = await runGuarded({ kind: 'seal', file, sealed, order, place, room }, sign);
    return outcome.ok ? { ...outcome, bytes: await readFile(sealed) } : outcome;
  });
}

/** Reads the text of a document; null if there is none or it takes too long to read. */
export async function textOfPdf(bytes: Uint8Array): Promise<string | null> {
  const read = await withFile(bytes, (file) => runGuarded({ kind: 'text', file }));
  return read.ok ? read.text : null;
}

/**
 * Makes a receipt as a PDF under the court's signature.
 * @throws if the service is at fault; also whatever `sign` throws
 */
export function receiptPdf(
  sheet: ReceiptSheet,
  statement: Statement,
  { room, sign }: Signer,
): Promise<Uint8Array> {
  return withFolder(async (folder) => {
    const sealed = path.join(folder, 'receipt.pdf');
    const made = await runGuarded({ kind: 'receipt', sealed, sheet, statement, room }, sign);
    if (!made.ok) throw new Error(`no receipt: ${made.code}`);
    return readFile(sealed);
  });
}

/** Writes the bytes to a file that exists while `use` runs. */
function withFile<T>(bytes: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'document.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    return use(file);
  });
}

/** Makes a folder that only the service's user can read, and removes it after `use`. */
async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const parent = path.join(env.DATA_DIR, 'tmp');
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(parent, 'pdf-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
