import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { type PDFDocument, type PDFFont, PDFRef } from 'pdf-lib';
import { embedFace } from '@/lib/pdf/drawing/fonts';
import { objectsIn } from '@/lib/pdf/drawing/pdf-lib-objects';
import type { Weight } from '@/lib/pdf/letters/families';
import type { Piece } from '@/lib/pdf/letters/glyph';
import { type Alphabet, lettersOf, Scripts } from '@/lib/pdf/letters/scripts';

/** Open Sans has one file for each script. A letter that several files have is taken from the first. */
const files = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const;

/** A file's font, and the name by which a page's content calls it. */
type Part = { name: string; font: PDFFont; letters: ReadonlySet<number> };

/** One weight of Open Sans, with the scripts that some texts need, and fonts for the letters that it lacks. */
export class Typeface {
  private constructor(
    private readonly parts: Part[],
    private readonly alphabet: Alphabet,
    private readonly scripts: Scripts | undefined,
  ) {}

  /** Embeds the weight for texts that are known beforehand. `document` must have fontkit registered. */
  static async embed(document: PDFDocument, weight: Weight, texts: string[]): Promise<Typeface> {
    const parts: Part[] = [];
    let missing = [...texts.join(' ').normalize('NFC')]
      .filter((letter) => !/[\s\p{M}]/u.test(letter))
      .map(codeOf);
    for (const script of files) {
      const file = `@fontsource/open-sans/files/open-sans-${script}-${weight}-normal.woff`;
      const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
      const letters = new Set((fontkit.create(bytes) as fontkit.Font).characterSet);
      const isNeeded = script === 'latin' || missing.some((code) => letters.has(code));
      if (isNeeded) {
        const font = await document.embedFont(bytes, { subset: true });
        parts.push({ name: `${script}-${weight}`, font, letters });
      }
      missing = missing.filter((code) => !letters.has(code));
    }
    const alphabet = alphabetOf(parts);
    return new Typeface(parts, alphabet, await Scripts.load(texts, weight, alphabet));
  }

  /** A line of the texts in glyphs. */
  pieces(text: string): Piece[] {
    return lettersOf(text, this.alphabet, this.scripts);
  }

  /** The fonts by the names that the glyphs of all lines so far call them by. */
  fonts(document: PDFDocument): [string, PDFRef][] {
    const objects = objectsIn(document);
    const own = this.parts.map(({ name, font }): [string, PDFRef] => [name, font.ref]);
    const others = (this.scripts?.used() ?? []).map((face): [string, PDFRef] => {
      const { number, generation } = embedFace(objects, face);
      return [face.name, PDFRef.of(number, generation)];
    });
    return [...own, ...others];
  }
}

/** A letter's marks are placed by a shaper, so an alphabet has no mark that stands alone. */
function alphabetOf(parts: Part[]): Alphabet {
  const partOf = (letter: string) => parts.find(({ letters }) => letters.has(codeOf(letter)));
  return {
    has: (letter) => !/\p{M}/u.test(letter) && [...letter].length === 1 && partOf(letter) !== undefined,
    pieces: (text) => {
      const runs: { part: Part; text: string }[] = [];
      for (const letter of text) {
        const part = partOf(letter);
        const last = runs.at(-1);
        if (last && last.part === part) last.text += letter;
        else if (part) runs.push({ part, text: letter });
      }
      return runs.map(({ part: { name, font }, text }) => {
        const width = font.widthOfTextAtSize(text, 1);
        return { font: name, width, glyphs: () => [{ code: font.encodeText(text).asString(), width }] };
      });
    },
  };
}

const codeOf = (letter: string) => letter.codePointAt(0) ?? 0;
