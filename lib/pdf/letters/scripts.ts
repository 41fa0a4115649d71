import type { Bidi } from 'bidi-js';
import type { Face } from '@/lib/pdf/letters/face';
import { familiesFor, filesFor, visible, type Weight } from '@/lib/pdf/letters/families';
import type { Piece } from '@/lib/pdf/letters/glyph';
import { ScriptFace } from '@/lib/pdf/letters/script-face';
import { visualRuns } from '@/lib/pdf/letters/visual-order';

/** The font of the court's own words. It shows letters one after the other, from left to right. */
export type Alphabet = {
  /** Whether it has a letter that is one code point. */
  has: (letter: string) => boolean;
  /** @param text letters that it has */
  pieces: (text: string) => Piece[];
};

/**
 * A line in glyphs, from left to right. The letters that the alphabet lacks come from `scripts`. A letter that
 * no font has is written as its code point, such as U+1234: a name must not lose a letter unseen.
 */
export function lettersOf(text: string, alphabet: Alphabet, scripts?: Scripts): Piece[] {
  const line = oneLine(text);
  const shown = withoutInvisible(line);
  if (isWritten(shown, alphabet)) return alphabet.pieces(shown);
  if (scripts) return scripts.pieces(line, alphabet);
  return alphabet.pieces(
    [...shown].map((letter) => (alphabet.has(letter) ? letter : inWords(letter))).join(''),
  );
}

/** The signs of a text that a reader takes for one letter: a letter with its marks, an emoji with its parts. */
export function lettersIn(text: string): string[] {
  return Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);
}

const oneLine = (text: string) => text.normalize('NFC').replace(/\s/g, ' ');
const withoutInvisible = (text: string) => text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
const isWritten = (line: string, alphabet: Alphabet) => [...line].every((letter) => alphabet.has(letter));
const inWords = (letter: string) =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The letters of some texts that the alphabet lacks, and the order of lines that run in both directions. */
export class Scripts {
  private constructor(
    private readonly bidi: Bidi,
    private readonly faces: ReadonlyMap<string, ScriptFace>,
  ) {}

  /** Loads the fonts that some texts need besides the alphabet; undefined if they need none. */
  static async load(texts: string[], weight: Weight, alphabet: Alphabet): Promise<Scripts | undefined> {
    const others = texts.map(oneLine).filter((line) => !isWritten(withoutInvisible(line), alphabet));
    if (others.length === 0) return undefined;
    const bidi = (await import('bidi-js')).default();
    const wanted = new Set(others.flatMap((line) => lettersOutside(bidi, line, alphabet)));
    const mirrored = (letter: string) => bidi.getMirroredCharacter(letter) ?? '';
    const faces = new Map<string, ScriptFace>();
    for (const family of familiesFor(others.join(' '))) {
      for (const [file, letters] of filesFor(family, wanted, weight)) {
        const face = await ScriptFace.load(file, weight, [...letters, ...letters.map(mirrored)].join(''));
        for (const letter of letters.filter((its) => face.covers(its))) {
          faces.set(letter, face);
          wanted.delete(letter);
        }
      }
      if (wanted.size === 0) break;
    }
    return new Scripts(bidi, faces);
  }

  /** A line in glyphs, from left to right. @param line one of the texts, or a part of one */
  pieces(line: string, alphabet: Alphabet): Piece[] {
    return visualRuns(this.bidi, line).flatMap(({ text, isRightToLeft }) => {
      const parts: Part[] = [];
      for (const part of wordsOf(text).flatMap((word) => this.partsOf(word, isRightToLeft, alphabet))) {
        const last = parts.at(-1);
        if (last && last.face === part.face) last.text += part.text;
        else parts.push(part);
      }
      if (isRightToLeft) parts.reverse();
      return parts.flatMap(({ text, face }) =>
        face ? face.shape(text, isRightToLeft) : alphabet.pieces(text),
      );
    });
  }

  private partsOf(word: string, isRightToLeft: boolean, alphabet: Alphabet): Part[] {
    if (isOwn(word, isRightToLeft, alphabet)) return [{ text: withoutInvisible(word), face: undefined }];
    return lettersIn(word).flatMap((letter): Part[] => {
      const face = this.faces.get(letter);
      if (face) return [{ text: letter, face }];
      return signsIn(letter).map((sign) => {
        const its = this.faces.get(sign);
        return { text: its || alphabet.has(sign) ? sign : inWords(sign), face: its };
      });
    });
  }

  /** The faces with the glyphs that were drawn. */
  used(): Face[] {
    return [...new Set(this.faces.values())].filter((face) => face.isUsed).map((face) => face.face());
  }
}

/** A part of a line in one face, or in the alphabet. */
type Part = { text: string; face: ScriptFace | undefined };

/** Words, and the spaces between them. */
const wordsOf = (text: string) => text.split(/( )/).filter((word) => word !== '');
const signsIn = (letter: string) => visible(letter).map((code) => String.fromCodePoint(code));

/** Whether the alphabet writes a word. It mirrors no brackets, so it writes nothing from right to left. */
const isOwn = (word: string, isRightToLeft: boolean, alphabet: Alphabet) =>
  !isRightToLeft && isWritten(withoutInvisible(word), alphabet);

/**
 * The letters of the words that the alphabet does not write: a word is in one font if one has all of it. The
 * signs of a letter are wanted too, for a letter that no font has as a whole.
 */
function lettersOutside(bidi: Bidi, line: string, alphabet: Alphabet): string[] {
  return visualRuns(bidi, line)
    .flatMap(({ text, isRightToLeft }) =>
      wordsOf(text).filter((word) => !isOwn(word, isRightToLeft, alphabet)),
    )
    .flatMap(lettersIn)
    .flatMap((letter) => [letter, ...signsIn(letter)])
    .filter((letter) => visible(letter).length > 0);
}
