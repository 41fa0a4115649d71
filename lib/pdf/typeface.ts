import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { PDFDocument, PDFFont, PDFPage } from 'pdf-lib';

/** Open Sans comes in a file for each script; letters that several have are taken from the first. */
const scripts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const;

type Part = { font: PDFFont; letters: ReadonlySet<number> };
type Run = { font: PDFFont; text: string };

/** One weight of Open Sans, with the scripts that a text needs. What it has no letter for is shown as a question mark. */
export class Typeface {
  private constructor(private readonly parts: Part[]) {}

  /** Embeds the weight for a text that is known beforehand; `document` has fontkit registered. */
  static async embed(document: PDFDocument, weight: 400 | 700, text: string): Promise<Typeface> {
    const parts: Part[] = [];
    let missing = [...normal(text)].map(codeOf);
    for (const script of scripts) {
      const file = `@fontsource/open-sans/files/open-sans-${script}-${weight}-normal.woff`;
      const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
      const letters = new Set((fontkit.create(bytes) as fontkit.Font).characterSet);
      const isNeeded = script === 'latin' || missing.some((code) => letters.has(code));
      if (isNeeded) parts.push({ font: await document.embedFont(bytes, { subset: true }), letters });
      missing = missing.filter((code) => !letters.has(code));
    }
    return new Typeface(parts);
  }

  /** Points from the left end to the right. */
  width(text: string, size: number): number {
    return this.runs(text).reduce((sum, run) => sum + run.font.widthOfTextAtSize(run.text, size), 0);
  }

  /** Draws one line; `x` and `y` are where it begins on the base line, in points. */
  draw(page: PDFPage, text: string, { x, y, size }: { x: number; y: number; size: number }): void {
    let at = x;
    for (const run of this.runs(text)) {
      page.drawText(run.text, { x: at, y, size, font: run.font });
      at += run.font.widthOfTextAtSize(run.text, size);
    }
  }

  private runs(text: string): Run[] {
    const runs: Run[] = [];
    for (const letter of normal(text)) {
      const part = this.parts.find(({ letters }) => letters.has(codeOf(letter)));
      const font = (part ?? this.parts[0])?.font;
      const last = runs.at(-1);
      if (last && last.font === font) last.text += part ? letter : '?';
      else if (font) runs.push({ font, text: part ? letter : '?' });
    }
    return runs;
  }
}

const codeOf = (letter: string) => letter.codePointAt(0) ?? 0;

/** Accents within their letters, and every kind of white space a plain space. */
function normal(text: string): string {
  return text.normalize('NFC').replace(/\s/g, ' ');
}
