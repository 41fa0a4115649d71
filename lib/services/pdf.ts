import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';
import type { Inspected } from '@/lib/pdf/inspect';
import type { RefusalCode } from '@/lib/pdf/refusal';
import type { SealOrder } from '@/lib/pdf/stamp';
import { type LimitCode, runGuarded } from '@/lib/services/pdf-process';

/** Why a file was refused; each is a message key. */
export type PdfCode = RefusalCode | LimitCode;
export type Inspection = Inspected | { ok: false; code: LimitCode };
export type Sealing = { ok: true; bytes: Uint8Array } | { ok: false; code: PdfCode };

/**
 * Whether an uploaded file is a PDF that the court can accept, judged by its bytes, and its number of pages.
 * @throws where the service is at fault, not the file
 */
export function inspectPdf(bytes: Uint8Array): Promise<Inspection> {
  return withFile(bytes, (file) => runGuarded({ kind: 'inspect', file }));
}

/**
 * The document with the court's stamp on its first page; the bytes handed in are an exact prefix of the result.
 * The same bytes and order give the same result.
 * @throws where the service is at fault, not the file
 */
export function sealPdf(bytes: Uint8Array, order: SealOrder): Promise<Sealing> {
  return withFile(bytes, async (file) => {
    const sealed = `${file}.sealed`;
    const outcome = await runGuarded({ kind: 'seal', file, sealed, order });
    return outcome.ok ? { ok: true, bytes: await readFile(sealed) } : outcome;
  });
}

/** Lends the bytes as a file that only the service's user can read, and removes its folder afterwards. */
async function withFile<T>(bytes: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  const parent = path.join(env.DATA_DIR, 'tmp');
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(parent, 'pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
