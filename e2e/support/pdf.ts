import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function withFile<T>(bytes: Uint8Array, use: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of the first page, as poppler reads it. */
export function firstPageText(bytes: Uint8Array): string {
  return withFile(bytes, (file) =>
    execFileSync('pdftotext', ['-l', '1', '-layout', file, '-'], { encoding: 'utf8' }),
  );
}

/** @throws where qpdf finds the file damaged */
export function checkPdf(bytes: Uint8Array): void {
  withFile(bytes, (file) => execFileSync('qpdf', ['--check', file], { stdio: 'ignore' }));
}

/** How many pixels of the first page are the seal's red, at 72 dpi. */
export function sealPixels(bytes: Uint8Array): number {
  return withFile(bytes, (file) => {
    const pixels = execFileSync('pdftoppm', ['-r', '72', '-f', '1', '-l', '1', file], {
      maxBuffer: 10 * 1024 * 1024,
    }).subarray(-612 * 792 * 3);
    let red = 0;
    for (let at = 0; at < pixels.length; at += 3) {
      const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
      if (r > 90 && g < r / 2 && b < r / 2) red += 1;
    }
    return red;
  });
}

/** The sizes of all pages as they are shown, in points, and all text, as poppler finds them. */
export function pagesOf(bytes: Uint8Array): { sizes: string[]; text: string } {
  return withFile(bytes, (file) => {
    const told = execFileSync('pdfinfo', ['-l', '99', file], { encoding: 'utf8' });
    const found = told.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts.*\nPage\s+\d+ rot:\s+(\d+)/gm);
    const sizes = [...found].map(([, width, height, turn]) => {
      const sides = [width, height].map((side) => Math.round(Number(side)));
      return (Number(turn) % 180 === 0 ? sides : sides.toReversed()).join(' x ');
    });
    return { sizes, text: execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }) };
  });
}
