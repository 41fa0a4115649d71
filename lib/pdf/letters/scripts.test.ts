import { inflateSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealFonts } from '@/lib/pdf/drawing/fonts';
import { drawReceipt } from '@/lib/pdf/drawing/receipt-sheet';
import { alphabetOf } from '@/lib/pdf/letters/face';
import { lettersOf as glyphsOf, Scripts } from '@/lib/pdf/letters/scripts';
import { names } from '@/lib/testing/claim/names';
import { describeWithReaders, faults, lettersOf, pixelsWhere, read, textOf } from '@/lib/testing/pdf/pages';
import { renderers } from '@/lib/testing/pdf/renderers';

const sheet = { locale: 'en', title: 'Receipt', footer: 'Foot', at: '2026-11-23T23:30:15.250Z' } as const;

describeWithReaders('a receipt with a name in each script', () => {
  let bytes: Uint8Array;
  let text: string;

  beforeAll(async () => {
    const parts = Object.values(names).flatMap((name) => [
      { heading: name },
      { label: `Submitted by ${name}`, value: `${name} v. Roy` },
    ]);
    bytes = await drawReceipt({ ...sheet, parts });
    text = textOf(bytes);
  }, 60_000);

  test.each(Object.entries(names))('%s is read back: %s', (_, name) => {
    expect(lettersOf(text).split(lettersOf(name)).length - 1).toBe(3);
    expect(text).not.toContain('?');
  });

  test('is a sound file, and every font in it is embedded', () => {
    expect(faults(bytes)).toBe('nothing');
    expect(text).not.toContain('U+');
    const fonts = read(bytes, 'pdffonts', (file) => [file])
      .stdout.toString()
      .split('\n')
      .slice(2, -1);
    expect(fonts.length).toBeGreaterThan(60);
    for (const font of fonts) expect(font).toMatch(/ CID TrueType +Identity-H +yes (yes|no) +yes /);
  });
});

describeWithReaders('letters on a receipt', () => {
  const drawn = async (value: string) =>
    textOf(await drawReceipt({ ...sheet, parts: [{ label: 'Name', value }] })).replace(/\s+/g, ' ');

  test('that no font has are written as code points, and the others stay', async () => {
    expect(await drawn('Roy \u{12000}\ue000 v. ᓀᐦᐃ')).toContain('Roy U+12000U+E000 v. ᓀᐦᐃ');
  });

  test('with a mark of another font keep both', async () => {
    expect(await drawn('ᓀ\u0591')).toMatch(/ᓀ ?\u0591/);
  });

  test('that show nothing leave no trace in a name', async () => {
    expect(await drawn('gref\u00adfe\u2060 \u200eRoy\ufe0f')).toContain('Name greffe Roy Foot');
  });

  test('without spaces are broken into lines of whole letters', async () => {
    const long = 'ᓀᐦᐃᔭᐤW̱'.repeat(40);
    const text = textOf(await drawReceipt({ ...sheet, parts: [{ label: 'Name', value: long }] }));
    const lines = text.split('\n').filter((line) => /[ᓀ-ᔭ]/.test(line));
    expect(lines.length).toBeGreaterThan(2);
    expect(lettersOf(lines.join(''))).toBe(lettersOf(long));
    for (const line of lines) expect(line).not.toMatch(/^\p{M}/u);
  });
});

describeWithReaders('a name on a receipt', () => {
  test.each(['שָׁלוֹם v. Roy', 'v. محمد علي', 'คน้ำ v. W̱SÁNEĆ', 'किशोर v. கொடி'])(
    '%s stands at the same place in four programs',
    async (value) => {
      const bytes = await drawReceipt({ ...sheet, parts: [{ label: 'Name', value }] });
      const extents = await Promise.all(
        Object.values(renderers).map(async (render) => {
          const shown = await render(bytes, 100);
          // The line of the name: all between the label and the foot.
          const dark = pixelsWhere(shown, (r, g, b, n) => {
            const y = Math.floor(n / shown.width);
            return r + g + b < 300 && y > 190 && y < 900;
          });
          const columns = dark.map((n) => n % shown.width);
          return [Math.min(...columns), Math.max(...columns)];
        }),
      );
      const [first = [0, 0], ...others] = extents;
      expect(first[0]).toBeGreaterThan(95);
      expect(first[1]).toBeGreaterThan(140);
      for (const [i, at] of first.entries()) {
        for (const other of others) expect(Math.abs((other[i] ?? 0) - at)).toBeLessThanOrEqual(3);
      }
    },
  );
}, ['mutool', 'gs']);

describe('the letters of a name', () => {
  const lettering = async (text: string) => {
    const alphabet = alphabetOf((await sealFonts()).regular);
    const scripts = await Scripts.load([text], 400, alphabet);
    const pieces = glyphsOf(text, alphabet, scripts).map((piece) => ({ ...piece, glyphs: piece.glyphs() }));
    return { pieces, faces: scripts?.used() ?? [] };
  };

  test('need no other font where the alphabet has them', async () => {
    const alphabet = alphabetOf((await sealFonts()).regular);
    expect(await Scripts.load(['Côté', 'gref\u00adfe'], 400, alphabet)).toBeUndefined();
  });

  test('are embedded alone: no glyph that is not drawn', async () => {
    const { faces } = await lettering('ᓀᓀᐦ');
    expect(faces.map(({ name }) => name)).toEqual([
      'noto-sans-canadian-aboriginal-canadian-aboriginal-wght-400',
    ]);
    const [face] = faces;
    const font = fontkit.create(inflateSync(face?.program.bytes ?? '')) as fontkit.Font;
    expect(font.numGlyphs).toBe(3);
  });

  test('of one word are in one font', async () => {
    const { pieces } = await lettering('W̱SÁNEĆ');
    expect(pieces.map(({ font }) => font)).toEqual(['NotoSans_400Regular']);
  });

  test.each([
    ['王', 'sc'],
    ['王はな', 'jp'],
    ['王김', 'kr'],
    ['王ㄅ', 'tc'],
  ])('%s are in the characters of its language', async (text, language) => {
    const { faces } = await lettering(text);
    expect(faces[0]?.name).toContain(`noto-sans-${language}-`);
  });

  test('are the same in every run', async () => {
    const first = await lettering('محمد Łutsël K’é');
    expect(await lettering('محمد Łutsël K’é')).toEqual(first);
  });
});
