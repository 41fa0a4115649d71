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
import { type Dict, Name, Raw, Str, type Value } from '@/lib/pdf/objects';
import { written } from '@/lib/pdf/write';

type Stream = { dict: Dict; bytes: Uint8Array };
export type Glyph = { code: string; width: number };

/** A composite font with a subset of its glyphs, ready to be copied into any file. */
export type Face = {
  /** Such as OpenSans-Bold; also the name that drawings know it by. */
  name: string;
  /** For each character its code, four hexadecimal digits, and its width in ems. */
  glyphs: ReadonlyMap<string, Glyph>;
  /** The font's dictionaries without their references to each other. */
  font: Dict;
  descendant: Dict;
  descriptor: Dict;
  /** TrueType, compressed. */
  program: Stream;
  toUnicode: Stream;
};

/** What a text in English or French may need: Latin-1, and the typographer's. */
const characters = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)),
  ...Array.from({ length: 0x100 - 0xa1 }, (_, i) => String.fromCharCode(0xa1 + i)),
  ...'ŒœŸŠšŽž–—‘’‚“”„†‡•…‰‹›€™−',
];

/** In a PDF the name of a subset begins with six letters of its own; ISO 32000-2, 9.9.2. */
const tag = 'COURTS';

/**
 * A face of a font file in WOFF or TrueType that a package carries. This is the one place of this folder that reads
 * a file: a font is part of the program, as code is, and only the PDF process, which is never bundled, comes here.
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

/** The widths of all glyphs are by far the longest entry. */
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
