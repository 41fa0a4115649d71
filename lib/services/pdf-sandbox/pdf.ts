import type { ReceiptSheet } from '@/lib/pdf/drawing/receipt-sheet';
import type { Mended } from '@/lib/pdf/mending/mend';
import type { Place, SealOrder } from '@/lib/pdf/read/seal-order';
import type { Examined, Placed, Wanted } from '@/lib/pdf/seal/examine';
import type { ReadDocument } from '@/lib/pdf/seal/read-claim';
import type { Signed, Signer } from '@/lib/pdf/signature/sign';
import type { Statement } from '@/lib/pdf/signature/signature-field';
import type { RefusalCode } from '@/lib/pdf/syntax/refusal';
import { hasMalware } from '@/lib/services/malware/clamd';
import { isBudgetSpent } from '@/lib/services/pdf-sandbox/budget';
import type { Turn } from '@/lib/services/pdf-sandbox/pdf-pool';
import { type LimitCode, PdfProcessFailed, runGuarded } from '@/lib/services/pdf-sandbox/pdf-process';

/** Why a file was refused; each is a message key. */
export type PdfCode = RefusalCode | LimitCode;
type Refused = { ok: false; code: PdfCode };
type RefusedUnopened = { ok: false; code: 'budget-spent' | 'malware' };
export type Examination = Examined | ((Refused | RefusedUnopened) & { sealNumber?: undefined });
export type Placing = Placed | Refused;
export type Sealing = ({ ok: true; bytes: Uint8Array } & Omit<Signed, 'revision'>) | Refused;

/** Whose turn it is where nobody asked: the command line's. */
const theCourt = 'court';

const courtsTurn = (person: string): Turn => ({ lane: 'court', person });
/** Who asks, and within how many milliseconds. */
type Asked = { person?: string; within?: number };

const uploadsTurn = (person?: string): Turn =>
  person === undefined ? courtsTurn(theCourt) : { lane: 'uploads', person };

/**
 * Examines an uploaded file by its bytes in one job: whether it is a PDF that the court can accept, its
 * number of pages, its SHA-256, the place of its seal, and warnings for its filer. With `withText` also its
 * text, and with `withReading` what that says of a claim; each is null if it takes too long to read. Without a `person`
 * it is the court's own work; a person whose time for uploads is spent gets 'budget-spent'. A file in which ClamAV finds
 * malware is not opened. `within` limits the examination, in milliseconds.
 * @throws if the service is at fault, not the file
 */
export async function examinePdf(
  bytes: Uint8Array,
  { person, within, withText = false, withReading = false }: Asked & Partial<Wanted> = {},
): Promise<Examination> {
  if (person !== undefined && (await isBudgetSpent(person))) return { ok: false, code: 'budget-spent' };
  if (await hasMalware(bytes)) return { ok: false, code: 'malware' };
  return runGuarded({ kind: 'examine', bytes, withText, withReading }, uploadsTurn(person), { within });
}

/**
 * Finds a place for the seal on a document. A page that takes too much time or memory to examine counts as
 * full.
 * @throws if the service is at fault, not the file
 */
export function placeSeal(bytes: Uint8Array, filer = theCourt): Promise<Placing> {
  return runGuarded({ kind: 'place', bytes }, courtsTurn(filer));
}

/**
 * Puts a document under the court's seal and signature. The original bytes are an exact prefix of the result.
 * Every try gives the same result, except for the signature.
 * @throws if the service is at fault, not the file; also whatever `sign` throws
 */
export async function sealPdf(
  bytes: Uint8Array,
  order: SealOrder,
  place: Place,
  { room, sign }: Signer,
  filer = theCourt,
): Promise<Sealing> {
  const sealed = await runGuarded({ kind: 'seal', bytes, order, place, room }, courtsTurn(filer), { sign });
  if (!sealed.ok) return sealed;
  const { revision, ...digests } = sealed;
  return { ...digests, bytes: Buffer.concat([bytes, revision]) };
}

/**
 * Reads what a claim, or a document that is filed with one, says of itself. A person whose time for uploads is spent gets
 * 'budget-spent'; without a `person` it is the court's own work.
 * @throws if the service is at fault, not the file
 */
export async function readClaim(
  bytes: Uint8Array,
  { person, within }: Asked = {},
): Promise<ReadDocument | Refused | { ok: false; code: 'budget-spent' }> {
  if (person !== undefined && (await isBudgetSpent(person))) return { ok: false, code: 'budget-spent' };
  return runGuarded({ kind: 'read', bytes }, uploadsTurn(person), { within });
}

/**
 * A page as a PNG, from 1, with a frame at the place of the seal on the first; null if it cannot be drawn, takes too
 * long, or the person's time for uploads is spent.
 */
export async function previewPdf(
  bytes: Uint8Array,
  { place, page = 1 }: { place: Place | null; page?: number },
  person: string,
): Promise<Uint8Array | null> {
  if (await isBudgetSpent(person)) return null;
  const drawn = await runGuarded({ kind: 'preview', bytes, place, page }, uploadsTurn(person)).catch(
    (error: unknown) => {
      if (error instanceof PdfProcessFailed) return null;
      throw error;
    },
  );
  return drawn?.ok ? drawn.bytes : null;
}

/**
 * Makes a mended copy of an upload. A person whose time for uploads is spent gets 'budget-spent'; 'failed' says that the
 * process failed at the file.
 * @throws if the service is at fault, not the file
 */
export async function mendPdf(
  bytes: Uint8Array,
  person: string,
): Promise<Mended | Refused | { ok: false; code: 'budget-spent' }> {
  if (await isBudgetSpent(person)) return { ok: false, code: 'budget-spent' };
  return runGuarded({ kind: 'mend', bytes }, uploadsTurn(person)).catch((error: unknown) => {
    if (error instanceof PdfProcessFailed) return { ok: false, code: 'failed' };
    throw error;
  });
}

/** Reads the text of a document; null if there is none or it takes too long to read. */
export async function textOfPdf(bytes: Uint8Array, person?: string): Promise<string | null> {
  const read = await runGuarded({ kind: 'text', bytes }, uploadsTurn(person));
  return read.ok ? read.text : null;
}

/**
 * Makes a receipt as a PDF under the court's signature.
 * @throws if the service is at fault; also whatever `sign` throws
 */
export async function receiptPdf(
  sheet: ReceiptSheet,
  statement: Statement,
  { room, sign }: Signer,
  filer = theCourt,
): Promise<Uint8Array> {
  const made = await runGuarded({ kind: 'receipt', sheet, statement, room }, courtsTurn(filer), { sign });
  if (!made.ok) throw new Error(`no receipt: ${made.code}`);
  return made.bytes;
}
