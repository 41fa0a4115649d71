import { deflateSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import { type Face, type Stream, tag } from '@/lib/pdf/letters/face';
import { toUnicode } from '@/lib/pdf/letters/glyph-texts';
import { dict, name, Str } from '@/lib/pdf/syntax/objects';

/** A code stands for a glyph that shows a text, because the same glyph can show other letters elsewhere. */
export type Coded = { code: string; glyph: number; text: string; width: number };

/**
 * The composite font of some glyphs, and of no other; ISO 32000-2, 9.7.
 * @param program TrueType
 * @param codes from 1 upwards without a gap
 */
export function shapedFace(face: string, program: Uint8Array, codes: Coded[]): Face {
  const font = fontkit.create(Buffer.from(program)) as fontkit.Font;
  const subset = font.createSubset();
  // The subset numbers its glyphs in the order in which they come, after the one for a missing glyph.
  const glyphs = [...new Set([0, ...codes.map(({ glyph }) => glyph)])];
  for (const glyph of glyphs) subset.includeGlyph(font.getGlyph(glyph));
  const glyphOfCode = Buffer.alloc(2 * (codes.length + 1));
  for (const [i, { glyph }] of codes.entries()) {
    glyphOfCode.writeUInt16BE(glyphs.indexOf(glyph), 2 * (i + 1));
  }
  const BaseFont = name(`${tag}+${face}`);
  const [Registry, Ordering] = [new Str(Buffer.from('Adobe')), new Str(Buffer.from('Identity'))];
  return {
    name: face,
    glyphs: new Map(),
    font: dict({ Type: name('Font'), Subtype: name('Type0'), BaseFont, Encoding: name('Identity-H') }),
    descendant: dict({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont,
      CIDSystemInfo: dict({ Registry, Ordering, Supplement: 0 }),
      W: [1, codes.map(({ width }) => Math.round(1000 * width))],
    }),
    descriptor: descriptorOf(font, BaseFont.value),
    program: compressed(subset.encode()),
    toUnicode: compressed(Buffer.from(toUnicode(codes))),
    glyphOfCode: compressed(glyphOfCode),
  };
}

function descriptorOf(font: fontkit.Font, fontName: string) {
  const thousandths = (units: number) => Math.round((1000 * units) / font.unitsPerEm);
  const { minX, minY, maxX, maxY } = font.bbox;
  const symbolic = 4;
  return dict({
    Type: name('FontDescriptor'),
    FontName: name(fontName),
    Flags: symbolic,
    FontBBox: [minX, minY, maxX, maxY].map(thousandths),
    ItalicAngle: 0,
    Ascent: thousandths(font.ascent),
    Descent: thousandths(font.descent),
    CapHeight: thousandths(font.capHeight),
    StemV: 80,
  });
}

function compressed(bytes: Uint8Array): Stream {
  return { dict: dict({ Filter: name('FlateDecode') }), bytes: deflateSync(bytes) };
}
