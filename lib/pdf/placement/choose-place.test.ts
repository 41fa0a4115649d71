import { readFileSync } from 'node:fs';
import path from 'node:path';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { type Choice, choosePlace } from '@/lib/pdf/placement/choose-place';
import { type Occupied, occupiedOn } from '@/lib/pdf/placement/occupied';
import { type Box, boxThrough, type PageFrame, shownSize, toShown } from '@/lib/pdf/read/geometry';
import { firstPage, frameOf } from '@/lib/pdf/read/page-tree';
import { timesPaper } from '@/lib/pdf/read/paper';
import { numberSize, sealSize } from '@/lib/pdf/read/seal-order';
import { withPdf } from '@/lib/pdf/syntax/open';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';
import { corpusFiles } from '@/lib/testing/pdf/corpus';
import { describeWithReaders } from '@/lib/testing/pdf/pages';
import { ask } from '@/lib/testing/pdf/programs';

const page = (width: number, height: number): PageFrame => ({
  media: [0, 0, width, height],
  crop: undefined,
  rotate: 0,
  userUnit: 1,
});
const letter = page(612, 792);
const whole: Box = [0, 0, 612, 792];
const empty: Occupied = { text: [], images: [], annotations: [], paths: [] };
const choose = (occupied: Partial<Occupied>, frame = letter, signed = false) =>
  choosePlace(frame, { ...empty, ...occupied }, signed);

/** The area that the court's drawing would cover, in points of the shown page. */
function covered(choice: Choice): Box {
  if (choice.kind === 'nowhere') throw new Error('covers nothing');
  const [spot, size] = choice.kind === 'first-page' ? [choice.seal, sealSize] : [choice.number, numberSize];
  return [spot.x, spot.y, spot.x + size.width * spot.scale, spot.y + size.height * spot.scale];
}

const overlap = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

describe('the seal', () => {
  test('stands in the top margin: at the left, else in the middle, else at the right', () => {
    expect(choose({})).toEqual({ kind: 'first-page', seal: { x: 18, y: 716, scale: 1 } });
    expect(choose({ text: [[20, 760, 60, 772]] })).toEqual({
      kind: 'first-page',
      seal: { x: 134, y: 716, scale: 1 },
    });
    expect(choose({ images: [[20, 760, 200, 772]] })).toEqual({
      kind: 'first-page',
      seal: { x: 250, y: 716, scale: 1 },
    });
  });

  test('comes nearer to the edge than printers print only where no other place is free', () => {
    const millimetre = 72 / 25.4;
    const [left, bottom, right, top] = covered(choose({ text: [[60, 60, 552, 700]] }));
    for (const distance of [left, bottom, 612 - right, 792 - top])
      expect(distance).toBeGreaterThan(6 * millimetre);
    expect(covered(choose({ text: [[0, 0, 612, 720]] }))[3]).toBeGreaterThan(792 - 6 * millimetre);
  });

  test('else stands free in the top third, else in the bottom margin, else anywhere', () => {
    const line: Box = [72, 760, 540, 772];
    expect(covered(choose({ text: [line] }))[3]).toBeLessThanOrEqual(757);
    expect(covered(choose({ text: [line] }))[1]).toBeGreaterThanOrEqual(528);
    const upperHalf: Box = [0, 396, 612, 792];
    expect(choose({ annotations: [upperHalf] })).toEqual({
      kind: 'first-page',
      seal: { x: 18, y: 18, scale: 1 },
    });
    const [, bottom, , top] = covered(choose({ text: [upperHalf, [0, 0, 612, 20]] }));
    expect(top).toBeLessThanOrEqual(393);
    expect(bottom).toBeGreaterThanOrEqual(23);
  });

  test('keeps off drawings where it can, and only there', () => {
    const ornament: Box = [0, 500, 612, 792];
    expect(covered(choose({ paths: [ornament] }))[3]).toBeLessThanOrEqual(497);
    const everywhere: Box[] = Array.from({ length: 20 }, (_, n) => [0, n * 40, 612, n * 40 + 2]);
    expect(choose({ paths: everywhere })).toEqual(choose({}));
  });

  test('is smaller only on a page too small for it', () => {
    expect(choose({}, page(320, 200))).toEqual({
      kind: 'first-page',
      seal: { x: 10, y: expect.closeTo(190 - (58 * 300) / 344, 6), scale: 300 / 344 },
    });
    expect(choose({}, page(220, 300)).kind).toBe('added-page');
    expect(choose({}, page(100, 60)).kind).toBe('first-page');
    expect(choose({ text: [[10, 10, 90, 50]] }, page(100, 60)).kind).toBe('added-page');
  });

  test('is shown in the same place and size however a page is turned, cropped and measured', () => {
    const expected = choose({}, page(792, 612));
    expect(choose({}, { ...letter, rotate: 90 })).toEqual(expected);
    expect(choose({}, { ...page(306, 396), rotate: 270, userUnit: 2 })).toEqual(expected);
    expect(choose({}, { ...page(900, 900), crop: [50, 100, 842, 712] })).toEqual(expected);
  });

  test.each([0, 90, 180, 270])('covers no text of a page turned by %i degrees', (rotate) => {
    const frame: PageFrame = {
      media: [-100, 50, 512, 842],
      crop: [-90, 60, 500, 800],
      rotate,
      userUnit: 1.5,
    };
    const text: Box[] = Array.from({ length: 30 }, (_, n) => [
      n * 12,
      100 + n * 20,
      n * 12 + 100,
      115 + n * 20,
    ]);
    const choice = choose({ text }, frame);
    expect(choice.kind).toBe('first-page');
    for (const box of text) expect(overlap(boxThrough(toShown(frame), box), covered(choice))).toBe(false);
  });
});

describe('where there is no room', () => {
  const lines = (every: number): Box[] =>
    Array.from({ length: Math.floor(792 / every) }, (_, n) => [0, n * every, 612, n * every + 10]);

  test('a page is added, and the number stands where it covers nothing', () => {
    const choice = choose({ text: lines(33) });
    expect(choice).toMatchObject({ kind: 'added-page', number: { scale: 1 } });
    for (const box of lines(33)) expect(overlap(box, covered(choice))).toBe(false);
  });

  test('the number is smaller before it covers anything', () => {
    const text: Box[] = [...lines(27), [0, 750, 612, 792]];
    const choice = choose({ text });
    expect(choice).toMatchObject({ kind: 'added-page', number: { scale: 0.85 } });
    for (const box of text) expect(overlap(box, covered(choice))).toBe(false);
  });

  test('the number covers an image before it covers words', () => {
    const recognised: Box[] = [[0, 100, 612, 792]];
    const choice = choose({ images: [whole], text: recognised });
    expect(choice).toMatchObject({ kind: 'added-page', number: { scale: 1 } });
    expect(covered(choice)[3]).toBeLessThanOrEqual(97);
  });

  test('a page that cannot be read is taken to be full', () => {
    expect(choosePlace(letter, undefined, false)).toEqual({
      kind: 'added-page',
      number: { x: 18, y: 762, scale: 1 },
    });
    expect(choosePlace(letter, undefined, true)).toEqual({ kind: 'nowhere' });
  });
});

describe('a document that was signed before', () => {
  test('has the same seal where there is room', () => {
    expect(choose({}, letter, true)).toEqual(choose({}));
  });

  test('has a smaller seal where there is less, then one on an image, and none on words', () => {
    const narrow: Box[] = [
      [0, 0, 612, 740],
      [300, 740, 612, 792],
    ];
    expect(choose({ text: narrow }, letter, true)).toMatchObject({
      kind: 'first-page',
      seal: { scale: 0.6 },
    });
    const scan = choose({ images: [whole], text: [[0, 100, 612, 700]] }, letter, true);
    expect(scan).toEqual({ kind: 'first-page', seal: { x: 18, y: 716, scale: 1 } });
    expect(choose({ text: [whole] }, letter, true)).toEqual({ kind: 'nowhere' });
    expect(choose({ annotations: [whole] }, letter, true)).toEqual({ kind: 'nowhere' });
  });
});

test('a page with 20,000 words takes less than 100 ms', () => {
  const text: Box[] = Array.from({ length: 20_000 }, (_, n) => {
    const [x, y] = [(n % 100) * 6, Math.floor(n / 100) * 4];
    return [x, y, x + 5, y + 3];
  });
  // The quickest of several runs counts, because load on the machine can only add time.
  const taken = Array.from({ length: 8 }, () => {
    const start = process.cpuUsage();
    expect(choose({ text }).kind).toBe('added-page');
    return process.cpuUsage(start).user / 1000;
  });
  expect(Math.min(...taken)).toBeLessThan(100);
});

async function place(bytes: Uint8Array, signed = false): Promise<{ frame: PageFrame; choice: Choice }> {
  const frame = withPdf(bytes, (pdf) => frameOf(pdf, firstPage(pdf)));
  return { frame, choice: choosePlace(frame, await occupiedOn(bytes), signed) };
}

describe('real pages', () => {
  test('a claim has its seal in the top margin', async () => {
    const { choice } = await place(await claimPdf({ title: 'Statement of Claim', pages: 2 }));
    expect(choice).toEqual({ kind: 'first-page', seal: { x: 18, y: 716, scale: 1 } });
  });

  test.each([0, 45, 90, 180])('words turned by %i degrees in the top margin stay readable', async (angle) => {
    const document = await PDFDocument.create({ updateMetadata: false });
    const font = await document.embedFont(StandardFonts.TimesRoman);
    document.addPage([612, 792]).drawText('Words in the top margin', {
      x: 300,
      y: 750,
      size: 14,
      font,
      rotate: degrees(angle),
    });
    const { choice } = await place(await document.save());
    expect(choice.kind).toBe('first-page');
    expect(choice).not.toEqual({ kind: 'first-page', seal: { x: 134, y: 716, scale: 1 } });
  });
});

/** The words of the first page and their boxes on the shown page, in points, as poppler finds them. */
async function wordsOf(file: string, frame: PageFrame): Promise<{ word: string; box: Box }[]> {
  const { stdout } = await ask('pdftotext', ['-bbox', '-cropbox', '-l', '1', file, '-']);
  const { height } = shownSize(frame);
  const pattern = /<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)<\/word>/g;
  return [...stdout.toString().matchAll(pattern)].map(([, left, top, right, bottom, word = '']) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [left, top, right, bottom].map(
      (n) => Number(n) * frame.userUnit,
    );
    return { word, box: [x0, height - y1, x1, height - y0] };
  });
}

const matrix = corpusFiles('matrix', 'the place on turned and cropped pages');
const sample = corpusFiles('wild', 'the place on pages of all kinds').filter((_, n) => n % 10 === 3);

describe.skipIf(matrix.length + sample.length === 0)('of other makers', () => {
  describeWithReaders('files', () => {
    test.each(matrix)('%s has a whole seal that covers no word', async (file) => {
      const { frame, choice } = await place(readFileSync(file));
      const scale = expect.closeTo(timesPaper(frame), 6);
      expect(choice).toMatchObject({ kind: 'first-page', seal: { scale } });
      const words = await wordsOf(file, frame);
      expect(words.length).toBeGreaterThan(0);
      expect(words.filter(({ box }) => overlap(box, covered(choice)))).toEqual([]);
    });

    test.each(sample.map((file) => [path.basename(file), file]))(
      'on %s the seal covers no word',
      async (_, file) => {
        const placed = await place(readFileSync(file)).catch(refusal);
        if (typeof placed === 'string' || placed.choice.kind !== 'first-page') return;
        const words = await wordsOf(file, placed.frame);
        expect(words.filter(({ box }) => overlap(box, covered(placed.choice)))).toEqual([]);
      },
    );
  });
});

/** Why a file has no place: it is refused, or pdf.js reports that it is not a PDF or needs a password. */
function refusal(error: Error): string {
  if (error instanceof PdfRefused || /password|Invalid/.test(error.message)) return error.message;
  throw error;
}
