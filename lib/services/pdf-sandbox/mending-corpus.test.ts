import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { examinePdf, mendPdf } from '@/lib/services/pdf-sandbox/pdf';
import { extent } from '@/lib/testing/extent';
import { corpusFiles } from '@/lib/testing/pdf/corpus';
import { describeWithReaders, read } from '@/lib/testing/pdf/pages';
import { qpdfSeverity } from '@/lib/testing/pdf/programs';

// A separate folder, because other tests work with PDFs at the same time.
const folder = vi.hoisted(() => {
  process.env.DATA_DIR = `/tmp/mending-corpus-${process.pid}`;
  return process.env.DATA_DIR;
});
const files = mkdtempSync(path.join(tmpdir(), 'mending-'));
afterAll(() => {
  for (const made of [folder, files]) rmSync(made, { recursive: true, force: true });
});

const wild = corpusFiles('wild', 'mending files of other makers');
const matrix = corpusFiles('matrix', 'mending pages turned, cropped and scaled');
const every = (nth: number, of: string[]) => of.filter((_, n) => n % nth === 0);
const tried = extent([...wild, ...matrix], [...every(9, wild), ...every(10, matrix)]);
const person = () => `mender ${Math.random()}`;

/** What is lost or worse in copies. */
const losses: string[] = [];

/** What became of a file: a code, or `mended` where the copy is taken like an upload and says all that the file says. */
async function outcomeOf(file: string): Promise<string> {
  const bytes = readFileSync(file);
  const examined = await examinePdf(bytes, { person: person() });
  if (!examined.ok) return 'refused at upload';
  const mended = await mendPdf(bytes, person());
  if (!mended.ok) return mended.code;
  const again = await examinePdf(mended.bytes, { person: person() });
  if (!again.ok) losses.push(`${file}: the copy is refused: ${again.code}`);
  const leftOut = mended.mending.pages.filter(({ becomes }) => becomes === null).length;
  if (again.ok && again.pages !== examined.pages - leftOut) losses.push(`${file}: pages`);
  const copy = path.join(files, path.basename(file));
  writeFileSync(copy, mended.bytes);
  const [before = 2, after = 2] = [await qpdfSeverity(file), await qpdfSeverity(copy)];
  if (after > before) losses.push(`${file}: qpdf finds it worse`);
  if (!isCropped(bytes)) losses.push(...lostLetters(file, bytes, mended.bytes));
  rmSync(copy);
  return 'mended';
}

/**
 * Poppler reads lines by their place on the page, so that turning it gives them another order. A tick may be a letter of a
 * font of signs, or drawn.
 */
function lostLetters(file: string, original: Uint8Array, copy: Uint8Array): string[] {
  const [before, after] = [counted(shownText(original)), counted(shownText(copy))];
  const lost = [...before].filter(([letter, count]) => (after.get(letter) ?? 0) < count);
  return lost.length > 0 ? [`${file}: without ${lost.map(([letter]) => letter).join('')}`] : [];
}

const shownText = (bytes: Uint8Array) =>
  read(bytes, 'pdftotext', (file) => ['-enc', 'UTF-8', file, '-']).stdout.toString();

/** Whether a page is cut off by its crop box. Poppler reads what nobody sees beyond it. */
function isCropped(bytes: Uint8Array): boolean {
  const told = read(bytes, 'pdfinfo', (file) => ['-box', '-l', '99', file]).stdout.toString();
  const boxes = (kind: string) => told.match(new RegExp(`(?<=${kind}:).*`, 'g')) ?? [];
  return boxes('CropBox').join() !== boxes('MediaBox').join();
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

describe.skipIf(tried.length === 0)('files of other makers', () => {
  describeWithReaders('and what qpdf and poppler say of them', () => {
    test('are mended without a loss, or not at all with a code', async () => {
      const counts: Record<string, number> = {};
      const waiting = [...tried];
      const next = async () => {
        for (let file = waiting.shift(); file; file = waiting.shift()) {
          const outcome = await outcomeOf(file);
          counts[outcome] = (counts[outcome] ?? 0) + 1;
        }
      };
      await Promise.all([next(), next()]);
      process.stdout.write(`\nmended: ${JSON.stringify(counts)}\n`);
      const known = ['refused at upload', 'mended', 'signed', 'nothing', 'differs', 'failed', 'too-slow'];
      expect(Object.keys(counts).filter((code) => ![...known, 'too-complex'].includes(code))).toEqual([]);
      expect(losses).toEqual([]);
      expect(counts.mended).toBeGreaterThan(tried.length / 4);
      expect((counts.failed ?? 0) + (counts.differs ?? 0)).toBeLessThan(tried.length / 10);
    }, 1_200_000);
  });
});
