import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe } from 'vitest';
import type { SealOrder } from '@/lib/pdf/read/seal-order';

/** Other people's programs, as witnesses of what a sealed file is to its readers. */
const programs = ['qpdf', 'pdftotext', 'pdftoppm'];

/**
 * A suite that needs qpdf, poppler and `more` programs. Without them it fails in CI, and elsewhere says loudly that it
 * did not run.
 */
export function describeWithReaders(name: string, body: () => void, more: string[] = []): void {
  const missing = [...programs, ...more].filter((program) => spawnSync(program, ['--version']).error);
  const told = `NOT TESTED: ${name}: install ${missing.join(', ')} (packages qpdf, poppler-utils; mupdf-tools, ghostscript, zbar-tools)`;
  if (missing.length > 0 && process.env.CI) throw new Error(told);
  if (missing.length > 0) process.stderr.write(`\n*** ${told} ***\n\n`);
  describe.skipIf(missing.length > 0)(name, () => body());
}

/** Within the validity of certificates that the tests make, whenever they run; whole seconds. */
const tomorrow = new Date((Math.ceil(Date.now() / 1000) + 24 * 60 * 60) * 1000);

export const issued: SealOrder = {
  kind: 'issued',
  fileNumber: 'CV-26-00000001-0000',
  on: '2026-11-23',
  decidedAt: tomorrow.toISOString(),
  courtOffice: 'Toronto',
  code: '0123456789ABCDEF',
  verifyUrl: 'https://claims.example.org/v/0123456789ABCDEF',
  demonstration: true,
};

/** What a program says of a file that is there as long as it runs. */
export function read(bytes: Uint8Array, program: string, argumentsFor: (file: string) => string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'reader-'));
  try {
    const file = path.join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    const options = { timeout: 10_000, maxBuffer: 1 << 28 };
    const { status, stdout, stderr } = spawnSync(program, argumentsFor(file), options);
    return { status, stdout, stderr: stderr.toString() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What qpdf finds wrong: 'nothing', 'warnings' or 'errors'. */
export function faults(bytes: Uint8Array): 'nothing' | 'warnings' | 'errors' {
  const { status } = read(bytes, 'qpdf', (file) => ['--check', file]);
  if (status === 0) return 'nothing';
  return status === 3 ? 'warnings' : 'errors';
}

/** The text of the first page, and whether poppler could read the page to its end. */
export function firstPageText(bytes: Uint8Array): { text: string; whole: boolean } {
  const { stdout, stderr } = read(bytes, 'pdftotext', (file) => ['-l', '1', file, '-']);
  return { text: stdout.toString(), whole: !/Error/.test(stderr) };
}

/** All text of a file, or of one page, as pdftotext reads it, without the marks of direction that it adds. */
export function textOf(bytes: Uint8Array, page?: number): string {
  const pages = page ? ['-f', String(page), '-l', String(page)] : [];
  const { stdout } = read(bytes, 'pdftotext', (file) => ['-enc', 'UTF-8', ...pages, file, '-']);
  return stdout
    .toString()
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    .normalize('NFC');
}

/** The letters of a text. pdftotext makes its own spaces, from the gaps that it sees. */
export const lettersOf = (text: string): string => text.normalize('NFC').replace(/\s/g, '');

/** Three bytes a pixel, row by row. */
export type Picture = { width: number; height: number; rgb: Uint8Array };

/** The first page as poppler shows it. @throws where poppler does not show it */
export function picture(bytes: Uint8Array, pixelsPerInch: number): Picture {
  const size = ['-r', String(pixelsPerInch), '-cropbox', '-f', '1', '-l', '1'];
  const { stdout, stderr } = read(bytes, 'pdftoppm', (file) => [...size, file]);
  const shown = fromPpm(stdout);
  if (!shown) throw new Error(`poppler shows no first page: ${stderr}`);
  return shown;
}

/** A picture in the format of that name. */
export function fromPpm(bytes: Buffer): Picture | undefined {
  const header = /^P6\n(?:#.*\n)?(\d+) (\d+)\n255\n/.exec(bytes.subarray(0, 100).toString('latin1'));
  if (!header) return undefined;
  return { width: Number(header[1]), height: Number(header[2]), rgb: bytes.subarray(header[0].length) };
}

/** The numbers of the pixels for which `test` holds: colours run from 0 to 255, black is 0, 0, 0. */
export function pixelsWhere(
  { rgb }: Picture,
  test: (red: number, green: number, blue: number, n: number) => boolean,
) {
  const found: number[] = [];
  for (let n = 0; 3 * n < rgb.length; n += 1) {
    if (test(rgb[3 * n] ?? 0, rgb[3 * n + 1] ?? 0, rgb[3 * n + 2] ?? 0, n)) found.push(n);
  }
  return found;
}
