import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choosePlace } from '@/lib/pdf/placement/choose-place';
import { findPlaces } from '@/lib/pdf/placement/find-place';
import { shownSize } from '@/lib/pdf/read/geometry';
import { firstPage, frameOf } from '@/lib/pdf/read/page-tree';
import { withPdf } from '@/lib/pdf/syntax/open';
import { failedBefore } from '@/lib/testing/pdf/corpus';
import { pageFile } from '@/lib/testing/pdf/files';
import { describeWithReaders, faults, issued, read, textOf } from '@/lib/testing/pdf/pages';
import { sealedAt } from '@/lib/testing/pdf/seal';

/** A page of this size, turned and measured as told, with little on it. */
const page = (width: number, height: number, more = '', content = '0.9 g 0 0 9 9 re f') =>
  pageFile({ page: `/MediaBox[0 0 ${width} ${height}]${more}`, content });

const lines = (width: number, height: number) =>
  Array.from(
    { length: 60 },
    (_, n) => `BT /F1 ${height / 70} Tf 0 ${(n * height) / 60} Td (${'m'.repeat(90)}) Tj ET`,
  )
    .concat(`0 0 ${width} ${height} re S`)
    .join('\n');

/** What a camera reads of a page's print: the page fitted to Letter paper at 300 dots per inch. */
function scannedPrint(bytes: Uint8Array, number = 1): string {
  const only = ['-f', String(number), '-l', String(number), '-cropbox'];
  const size = read(bytes, 'pdfinfo', (file) => ['-f', String(number), '-l', String(number), file]).stdout;
  const [, width = '', height = ''] = /size:\s+([\d.]+) x ([\d.]+)/.exec(size.toString()) ?? [];
  const turned = /rot:\s+(90|270)/.test(size.toString());
  const [shownWidth, shownHeight] = turned
    ? [Number(height), Number(width)]
    : [Number(width), Number(height)];
  const [paperWidth, paperHeight] = shownWidth > shownHeight ? [3300, 2550] : [2550, 3300];
  const fit = Math.min(paperWidth / shownWidth, paperHeight / shownHeight);
  const pixels = ['-scale-to-x', shownWidth * fit, '-scale-to-y', shownHeight * fit].map((value) =>
    typeof value === 'number' ? String(Math.floor(value)) : value,
  );
  const { stdout } = read(bytes, 'pdftoppm', (file) => [...only, ...pixels, file]);
  return read(stdout, 'zbarimg', (file) => ['-q', '--raw', file])
    .stdout.toString()
    .trim();
}

const placed = (bytes: Uint8Array) => findPlaces(bytes).seen();

describeWithReaders('the seal on a print', () => {
  test.each([
    ['a photo of 3024 x 4032 points', page(3024, 4032)],
    ['a photo that lies', page(4032, 3024)],
    ['a photo that is turned', page(3024, 4032, '/Rotate 90')],
    ['a photo upside down', page(3024, 4032, '/Rotate 180')],
    ['a photo within a larger sheet', page(9000, 9000, '/CropBox[1000 1000 4024 5032]')],
    ['a photo in a larger unit', page(1512, 2016, '/UserUnit 2')],
    ['a drawing of 4 x 3 feet', page(3456, 2592)],
    ['Tabloid', page(792, 1224)],
    ['A4', page(595, 842)],
    ['Legal', page(612, 1008)],
  ])('of %s is read by a camera', async (_, bytes) => {
    const place = await placed(bytes);
    expect(place.kind).toBe('first-page');
    const sealed = await sealedAt(bytes, place);
    expect(faults(sealed)).toBe('nothing');
    expect(scannedPrint(sealed)).toBe(issued.verifyUrl);
  });

  test('of a full photo is read from the page that is added, which is as large', async () => {
    const bytes = page(3024, 4032, '', lines(3024, 4032));
    const place = await placed(bytes);
    expect(place).toMatchObject({ kind: 'added-page', number: { scale: expect.closeTo(4.94, 1) } });
    const sealed = await sealedAt(bytes, place);
    expect(faults(sealed)).toBe('nothing');
    expect(textOf(sealed, 1)).toContain(issued.fileNumber);
    expect(scannedPrint(sealed, 2)).toBe(issued.verifyUrl);
    const size = read(sealed, 'pdfinfo', (file) => ['-f', '2', '-l', '2', file]).stdout.toString();
    expect(size).toMatch(/Page\s+2 size:\s+3024 x 3913/);
  });

  const photo = failedBefore('phonephoto-size.pdf');

  test.skipIf(!photo)('of a photo of a phone is 4 to 5 times as large as on Letter', async () => {
    const bytes = readFileSync(String(photo));
    const place = await placed(bytes);
    expect(place).toMatchObject({ kind: 'first-page', seal: { scale: expect.closeTo(4.94, 2) } });
    expect(scannedPrint(await sealedAt(bytes, place))).toBe(issued.verifyUrl);
  });
}, ['zbarimg']);

test.each([
  ['Letter', page(612, 792)],
  ['Legal', page(612, 1008)],
  ['A4', page(595, 842)],
])('a seal on %s has the size that it always had', async (_, bytes) => {
  expect(await placed(bytes)).toMatchObject({ kind: 'first-page', seal: { scale: 1 } });
});

test('what stands on a large page counts where it stands in print', () => {
  const frame = withPdf(page(3060, 3960), (pdf) => frameOf(pdf, firstPage(pdf)));
  expect(shownSize(frame)).toEqual({ width: 3060, height: 3960 });
  const [small, large] = [1, 5].map((times) =>
    choosePlace(
      { ...frame, media: [0, 0, 612 * times, 792 * times] },
      { text: [[20 * times, 760 * times, 60 * times, 772 * times]], images: [], annotations: [], paths: [] },
      false,
    ),
  );
  expect(small).toEqual({ kind: 'first-page', seal: { x: 134, y: 716, scale: 1 } });
  expect(large).toEqual({ kind: 'first-page', seal: { x: 670, y: 3580, scale: 5 } });
});
