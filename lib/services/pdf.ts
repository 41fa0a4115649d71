import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';
import type { Inspected } from '@/lib/pdf/inspect';
import type { Place, SealOrder } from '@/lib/pdf/order';
import type { ReceiptSheet } from '@/lib/pdf/receipt-sheet';
import type { RefusalCode } from '@/lib/pdf/refusal';
import type { Signer } from '@/lib/pdf/sign';
import type { Statement } from '@/lib/pdf/signature-field';
import type { Digests } from '@/lib/pdf/worker';
import { type LimitCode, runGuarded } from '@/lib/services/pdf-process';
import { courtKey } from '@/lib/services/signing-key';

/** Why a file was refused; each is a message key. */
export type PdfCode = RefusalCode | LimitCode;
type Refused = { ok: false; code: PdfCode };
export type Inspection = Inspected | Refused;
export type Placing = { ok: true; place: Place } | Refused;
export type Sealing = ({ ok: true; bytes: Uint8Array } & Digests) | Refused;

/**
 * Whether an uploaded file is a PDF that the court can accept, judged by its bytes, and its number of pages.
 * @throws where the service is at fault, not the file
 */
export async function inspectPdf(bytes: Uint8Array): Promise<Inspection> {
  const authority = (await courtKey()).authority.map(toBase64);
  return withFile(bytes, (file) => runGuarded({ kind: 'inspect', file, authority }));
}

/**
 * Where the seal can stand on a document. What takes too long or too much to look at is not looked at.
 * @throws where the service is at fault, not the file
 */
export function placeSeal(bytes: Uint8Array): Promise<Placing> {
  return withFile(bytes, async (file): Promise<Placing> => {
    const seen = await runGuarded({ kind: 'place', file, blind: false });
    const placing = seen.ok ? seen : await runGuarded({ kind: 'place', file, blind: true });
    return placing.ok && placing.place.kind === 'nowhere' ? { ok: false, code: 'no-room' } : placing;
  });
}

/**
 * The document under the court's seal and signature; the bytes handed in are an exact prefix of the result. All but
 * the signature is the same at every try.
 * @throws where the service is at fault, not the file; what `sign` throws
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

/** The text of a document, null where there is none or it cannot be read in the time there is. */
export async function textOfPdf(bytes: Uint8Array): Promise<string | null> {
  const read = await withFile(bytes, (file) => runGuarded({ kind: 'text', file }));
  return read.ok ? read.text : null;
}

/** What is known of a file that can be sealed, or why it cannot be. @throws where the service is at fault */
export async function examinePdf(bytes: Uint8Array) {
  const found = await inspectPdf(bytes);
  if (!found.ok) return found;
  const placing = await placeSeal(bytes);
  return placing.ok ? { ...found, place: placing.place } : placing;
}

/**
 * A receipt under the court's signature, as a PDF.
 * @throws where the service is at fault; what `sign` throws
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

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Lends the bytes as a file. */
function withFile<T>(bytes: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'document.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    return use(file);
  });
}

/** Lends a folder that only the service's user can read, and removes it afterwards. */
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
