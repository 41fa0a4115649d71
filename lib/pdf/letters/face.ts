import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import type { Glyph } from '@/lib/pdf/letters/glyph';
import type { Alphabet } from '@/lib/pdf/letters/scripts';
import { type Dict, Name, Raw, Str, type Value } from '@/lib/pdf/syntax/objects';
import { written } from '@/lib/pdf/syntax/write';

export type Stream = { dict: Dict; bytes: Uint8Array };

/** A composite font with a subset of its glyphs, ready to be copied into any file. */
export type Face = {
  /** Such as OpenSans-Bold. Drawings name the face by it too. */
  name: string;
  /** Maps each character to its code, four hexadecimal digits, and its width in ems. */
  glyphs: ReadonlyMap<string, Glyph>;
  /** The font's dictionaries without their references to each other. */
  font: Dict;
  descendant: Dict;
  descriptor: Dict;
  /** TrueType, compressed. */
  program: Stream;
  toUnicode: Stream;
  /** Maps codes to glyphs, two bytes each; without it they are the same. */
  glyphOfCode?: Stream;
};

/** The characters that a text in English or French may need: Latin-1 and typographic ones. */
const characters = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)),
  ...Array.from({ length: 0x100 - 0xa1 }, (_, i) => String.fromCharCode(0xa1 + i)),
  ...'ŒœŸŠšŽž–—‘’‚“”„†‡•…‰‹›€™−',
];

/** The name of a subset in a PDF begins with a tag of six letters; ISO 32000-2, 9.9.2. */
export const tag = 'COURTS';

/**
 * Makes a face from a font file in WOFF or TrueType that a package carries. A font is part of the program, as code is, and only the PDF process, which is never bundled, calls
 * this.
 */
export async function makeFace(name: string, file: string): Promise<Face> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
  const font = await document.embedFont(bytes, { subset: true, customName: `${tag}+${name}` });
  const known = new Set(font.getCharacterSet());
  const glyphs = new Map(
    characters
      .filter((character) => known.has(character.charCodeAt(0)) && !/\p{Cf}/u.test(character))
      .map((character) => [character, glyphOf(font, character)]),
  );
  await font.embed();

  const { context } = document;
  const dictionary = context.lookup(font.ref, PDFDict);
  const descendant = dictionary.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
  return {
    name,
    glyphs,
    font: withoutReferences(dictionary),
    descendant: widthsWritten(withoutReferences(descendant)),
    descriptor: withoutReferences(descriptor),
    program: streamOf(descriptor.lookup(PDFName.of('FontFile2'))),
    toUnicode: streamOf(dictionary.lookup(PDFName.of('ToUnicode'))),
  };
}

/** A face as the font of the court's own words. */
export function alphabetOf({ name: font, glyphs }: Face): Alphabet {
  return {
    has: (letter) => glyphs.has(letter),
    pieces: (text) => {
      const shown = [...text].flatMap((letter) => glyphs.get(letter) ?? []);
      return [{ font, width: shown.reduce((sum, { width }) => sum + width, 0), glyphs: () => shown }];
    },
  };
}

/** Written once: the widths of all glyphs are by far the longest entry. */
function widthsWritten(descendant: Dict): Dict {
  return new Map([...descendant, ['W', new Raw(written(descendant.get('W') ?? []))]]);
}

function glyphOf(font: PDFFont, character: string): Glyph {
  return { code: font.encodeText(character).asString(), width: font.widthOfTextAtSize(character, 1) };
}

function streamOf(object: PDFObject | undefined): Stream {
  if (!(object instanceof PDFRawStream)) throw new TypeError('pdf-lib made no stream');
  return { dict: withoutReferences(object.dict), bytes: object.contents };
}

function withoutReferences(dictionary: PDFDict): Dict {
  const entries = dictionary.entries().map(([key, object]) => [key.decodeText(), converted(object)] as const);
  return new Map(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

function converted(object: PDFObject): Value | undefined {
  if (object instanceof PDFName) return new Name(object.decodeText());
  if (object instanceof PDFNumber) return Math.round(1000 * object.asNumber()) / 1000;
  if (object instanceof PDFString) return new Str(object.asBytes());
  if (object instanceof PDFDict) return withoutReferences(object);
  if (!(object instanceof PDFArray)) return undefined;
  const values = object.asArray().map(converted);
  return values.some((value) => value === undefined) ? undefined : (values as Value[]);
}
