import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { unfitClaimPdf, unfitWords } from '@/e2e/fixtures/unfit-claim';
import { pagesOf } from '@/e2e/support/pdf';
import { mend } from '@/lib/pdf/mending/mend';
import { linesOf } from '@/lib/pdf/pdf-js/lines';
import { inspect } from '@/lib/pdf/seal/inspect';
import { warningsOf } from '@/lib/pdf/warnings/warnings';
import { pageFile, pdfOf, signedFile } from '@/lib/testing/pdf/files';
import {
  describeWithReaders,
  faults,
  lettersOf,
  picture,
  pixelsWhere,
  read,
  textOf,
} from '@/lib/testing/pdf/pages';

async function mended(bytes: Uint8Array) {
  const result = await mend(bytes);
  if (!result.ok) throw new Error(result.code);
  expect(inspect(result.bytes)).toMatchObject({ ok: true });
  return result;
}

const kindsOf = (bytes: Uint8Array) => warningsOf(bytes).map(({ kind }) => kind);

/** The bytes encrypted by qpdf with an empty user password, so that an owner's restrictions hold. */
function restricted(bytes: Uint8Array, bits: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'restricted-'));
  try {
    const [plain, locked] = [path.join(folder, 'plain.pdf'), path.join(folder, 'locked.pdf')];
    writeFileSync(plain, bytes);
    const weak = bits === '256' ? [] : ['--allow-weak-crypto'];
    execFileSync('qpdf', [
      ...weak,
      '--encrypt',
      '',
      'owner',
      bits,
      bits === '40' ? '--print=n' : '--print=none',
      '--',
      plain,
      locked,
    ]);
    return readFileSync(locked);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeWithReaders('a mended copy', () => {
  test('has upright Letter pages and no blank one, and says everything that the original says', async () => {
    const original = await unfitClaimPdf();
    const { bytes, mending } = await mended(original);
    expect(mending).toEqual({
      unlocked: false,
      pages: [
        { page: 2, becomes: 2, resized: { paper: 'a4', width: 210, height: 297, percent: 94 } },
        { page: 3, becomes: 3, turned: true },
        { page: 4, becomes: null },
      ],
    });
    expect(faults(bytes)).toBe('nothing');
    expect(pagesOf(bytes).sizes).toEqual(['612 x 792', '612 x 792', '612 x 792', '612 x 792']);
    expect(textOf(bytes, 2)).toContain(unfitWords.a4);
    expect(textOf(bytes, 3)).toContain(unfitWords.sideways);
    expect(textOf(bytes, 4)).toContain(unfitWords.last);
    expect(lettersOf(textOf(bytes))).toBe(lettersOf(textOf(original)));
    expect((await linesOf(bytes))?.sideways).toEqual([]);
    expect(kindsOf(bytes)).toEqual([]);
  });

  test('has fields as part of its pages, with their words as text', async () => {
    const { bytes, mending } = await mended(await unfitClaimPdf({ fields: true }));
    expect(mending.pages).toContainEqual({ page: 5, becomes: 4, flattened: true });
    expect(faults(bytes)).toBe('nothing');
    expect(textOf(bytes, 4)).toContain('Filled in by hand');
    expect(kindsOf(bytes)).toEqual([]);
  });

  test.each(['40', '128', '256'])(
    'has no restrictions of its owner, encrypted with %s bits',
    async (bits) => {
      const plain = await claimPdf({ title: 'Statement of Claim', pages: 2 });
      const original = restricted(plain, bits);
      expect(kindsOf(original)).toEqual(['owner-restrictions']);
      const { bytes, mending } = await mended(original);
      expect(mending).toEqual({ unlocked: true, pages: [] });
      expect(faults(bytes)).toBe('nothing');
      expect(read(bytes, 'qpdf', (file) => ['--is-encrypted', file]).status).toBe(2);
      expect(lettersOf(textOf(bytes))).toBe(lettersOf(textOf(plain)));
    },
  );

  test('keeps patterns, cut edges and links where they belong on a page that is scaled', async () => {
    const pattern = '0 0 1 rg 0 0 10 10 re f';
    const original = pageFile({
      content: '/Pattern cs /P scn 100 100 200 200 re f 1 0 0 rg -50 1000 40 40 re f q',
      page: '/MediaBox[-100 0 595 1100]/CropBox[0 0 595 842]/Resources<</Pattern<</P 6 0 R>>>>/Annots[7 0 R]',
      more: [
        `<</PatternType 1/PaintType 1/TilingType 1/BBox[0 0 40 40]/XStep 40/YStep 40/Matrix[1 0 0 1 100 100]/Resources<<>>/Length ${pattern.length}>>\nstream\n${pattern}\nendstream`,
        '<</Type/Annot/Subtype/Link/Rect[100 100 300 300]/Border[0 0 0]/A<</S/URI/URI(https://example.org/)>>>>',
      ],
    });
    const { bytes } = await mended(original);
    expect(faults(bytes)).toBe('nothing');
    const [shrunk, before] = [picture(bytes, 72), picture(original, 72)];
    const blue = (red: number, green: number, b: number) => b > 200 && red < 60 && green < 60;
    const scale = 792 / 842;
    const [many, few] = [pixelsWhere(before, blue).length, pixelsWhere(shrunk, blue).length];
    expect(few / many).toBeGreaterThan(scale ** 2 * 0.8);
    expect(few / many).toBeLessThan(scale ** 2 * 1.2);
    expect(pixelsWhere(shrunk, (red, green, b) => red > 200 && green < 60 && b < 60)).toEqual([]);
    const left = (n: number, width: number) => n % width;
    const first = Math.min(...pixelsWhere(shrunk, blue).map((n) => left(n, shrunk.width)));
    expect(Math.abs(first - ((612 - 595 * scale) / 2 + 100 * scale))).toBeLessThan(2);
  });
}, ['pdfinfo']);

it('never leaves out a page with ink, text or an annotation, however faint, nor the only page', async () => {
  const three = (second: string, more = '', annotation = '') =>
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 6 0 R>>>>/Contents 5 0 R>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 6 0 R>>>>/Contents 7 0 R${more}>>`,
      '<</Length 43>>\nstream\nBT /F1 24 Tf 100 500 Td (First page) Tj ET \nendstream',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      `<</Length ${second.length}>>\nstream\n${second}\nendstream`,
      annotation || 'null',
    ]);
  const becomes = async (bytes: Uint8Array) => {
    const result = await mend(bytes);
    return result.ok ? result.mending.pages.map(({ page }) => page) : result.code;
  };
  expect(await becomes(three(''))).toEqual([2]);
  expect(await becomes(three('1 g 0 0 612 792 re f'))).toEqual([2]);
  expect(await becomes(three('0.97 g 300 300 1 1 re f'))).toBe('nothing');
  expect(await becomes(three('0 G 0.05 w 100 100 m 500 100 l S'))).toBe('nothing');
  expect(await becomes(three('BT /F1 12 Tf 1 g 100 100 Td (White) Tj ET'))).toBe('nothing');
  expect(await becomes(three('BT /F1 12 Tf 3 Tr 100 100 Td (Unseen) Tj ET'))).toBe('nothing');
  const link = '<</Type/Annot/Subtype/Link/Rect[1 1 9 9]/Border[0 0 0]>>';
  expect(await becomes(three('', '/Annots[8 0 R]', link))).toBe('nothing');
  expect(await becomes(pageFile({ content: '' }))).toBe('nothing');
});

it('changes nothing in a signed file, and says so of a file in which nothing is wrong', async () => {
  expect(await mend(signedFile())).toEqual({ ok: false, code: 'signed' });
  expect(kindsOf(signedFile())).toContain('signed');
  expect(await mend(await claimPdf({ title: 'Statement of Claim', pages: 1 }))).toEqual({
    ok: false,
    code: 'nothing',
  });
});

it.each([90, 180, 270])('turns words upright that run %s degrees from it', async (turn) => {
  const at = { 90: '0 1 -1 0 300 200', 180: '-1 0 0 -1 400 500', 270: '0 -1 1 0 300 600' }[turn];
  const file = pageFile({ content: `BT /F1 24 Tf ${at} Tm (Which way is up) Tj ET`, page: '/Rotate 90' });
  expect((await linesOf(file))?.sideways).toEqual(turn === 90 ? [] : [1]);
  if (turn === 90) return expect(await mend(file)).toMatchObject({ code: 'nothing' });
  const { bytes } = await mended(file);
  expect((await linesOf(bytes))?.sideways).toEqual([]);
});
