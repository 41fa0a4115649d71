import { readFileSync } from 'node:fs';
import type { Font } from 'harfbuzzjs';
import type { Face } from '@/lib/pdf/letters/face';
import { type FontFile, resolve, visible, type Weight } from '@/lib/pdf/letters/families';
import type { Glyph, Piece } from '@/lib/pdf/letters/glyph';
import { endingInLetter, type Shaped, textsOf } from '@/lib/pdf/letters/glyph-texts';
import { type Coded, shapedFace } from '@/lib/pdf/letters/shaped-face';

type HarfBuzz = typeof import('harfbuzzjs');

/** One font file, cut to the letters of some texts. HarfBuzz shapes them. */
export class ScriptFace {
  private readonly codes = new Map<string, Coded>();

  private constructor(
    readonly name: string,
    private readonly program: Buffer,
    private readonly harfbuzz: HarfBuzz,
    private readonly font: Font,
    private readonly letters: ReadonlySet<number>,
  ) {}

  /** Loads a font file for some letters. The libraries are loaded by the first name that needs them. */
  static async load({ path, isVariable }: FontFile, weight: Weight, letters: string): Promise<ScriptFace> {
    const { default: cut } = await import('subset-font');
    const harfbuzz = await import('harfbuzzjs');
    // A font may have a letter whole, or its parts alone.
    const program = await cut(
      readFileSync(resolve(path)),
      letters + letters.normalize('NFD') + letters.normalize('NFKD'),
      {
        targetFormat: 'truetype',
        ...(isVariable && { variationAxes: { wght: weight } }),
      },
    );
    const face = new harfbuzz.Face(new harfbuzz.Blob(program));
    const family = path.replace(/^.*\/|-normal\.\w+$|\.ttf$/g, '');
    const name = isVariable ? `${family}-${weight}` : family;
    return new ScriptFace(name, program, harfbuzz, new harfbuzz.Font(face), new Set(face.collectUnicodes()));
  }

  /** Whether the face has every letter of a cluster. */
  covers(cluster: string): boolean {
    const has = (letters: string) => visible(letters).every((code) => this.letters.has(code));
    return has(cluster) || has(cluster.normalize('NFD'));
  }

  /** The glyphs of a text in one direction, as they stand from left to right. */
  shape(text: string, isRightToLeft: boolean): Piece[] {
    const { Buffer: Line, Direction, shape } = this.harfbuzz;
    const line = new Line();
    line.addText(text);
    line.guessSegmentProperties();
    line.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
    shape(this.font, line);
    const fromLeft = line.getGlyphInfosAndPositions().map(({ codepoint, cluster, ...position }): Shaped => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = position;
      return { glyph: codepoint, start: cluster, advance: xAdvance, x: xOffset, y: yOffset };
    });
    const shaped = isRightToLeft ? fromLeft : endingInLetter(fromLeft);
    const texts = textsOf(text, shaped, isRightToLeft);
    const isPlain = shaped.every(({ x, y }, i) => x === 0 && y === 0 && [...(texts[i] ?? '')].length === 1);
    if (!isPlain && isRightToLeft && turnedByReaders.test(text)) return this.underneath(text, shaped);
    const isTold = isRightToLeft ? turnedByReaders.test(text) : isPlain;
    return [this.piece(shaped, texts, isTold ? undefined : text)];
  }

  /**
   * Glyphs that say nothing, and below them blank ones that say the text: a letter after the other, evenly
   * spaced, from right to left. Readers turn such letters around, but lose their way among marks above and below.
   */
  private underneath(text: string, shaped: Shaped[]): Piece[] {
    const seen = this.piece(shaped, [], '');
    // A mark at the very end would not count as a part of what readers turn.
    const letters = [...text, ...(/\p{M}$/u.test(text) ? ['\u200f'] : [])].reverse();
    const width = seen.width / letters.length;
    const glyphs = () =>
      letters.map((letter, i): Glyph => {
        const isLast = i === letters.length - 1;
        const advance = isLast ? width - seen.width : width;
        return { ...this.coded(blankGlyph, letter, width), advance };
      });
    return [{ font: this.name, width: 0, glyphs }, seen];
  }

  private piece(shaped: Shaped[], texts: string[], says: string | undefined): Piece {
    const width = this.ems(shaped.reduce((sum, { advance }) => sum + advance, 0));
    const glyphs = () =>
      shaped.map(({ glyph, advance, x, y }, i) => ({
        ...this.coded(glyph, texts[i] ?? '', this.ems(this.font.glyphHAdvance(glyph))),
        ...{ advance: this.ems(advance), x: this.ems(x), y: this.ems(y) },
      }));
    return { font: this.name, width, glyphs, says };
  }

  private coded(glyph: number, text: string, ems: number): { code: string; width: number } {
    // As exact as the file says it.
    const width = Math.round(1000 * ems) / 1000;
    const key = `${glyph} ${width} ${text}`;
    const code = (this.codes.size + 1).toString(16).padStart(4, '0');
    const coded = this.codes.get(key) ?? { code, glyph, text, width };
    this.codes.set(key, coded);
    return { code: coded.code, width };
  }

  private ems(units: number): number {
    return units / this.font.face.upem;
  }

  /** Whether any text was drawn. */
  get isUsed(): boolean {
    return this.codes.size > 0;
  }

  /** The face with the glyphs of all texts that were drawn so far, and no other. */
  face(): Face {
    return shapedFace(this.name, this.program, [...this.codes.values()]);
  }
}

/** The glyph for a missing letter, which the cut leaves blank. */
const blankGlyph = 0;

/** Hebrew, Arabic, Syriac and Thaana: readers know that these run from right to left, and turn every text of them. */
const turnedByReaders = /[\u0590-\u07bf]/;
