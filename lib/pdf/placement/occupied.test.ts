import { setTimeout } from 'node:timers/promises';
import { createDeflate } from 'node:zlib';
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  PDFDocument,
  PDFName,
  PDFOperator,
  type PDFPage,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
} from 'pdf-lib';
import { expect, test } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { occupiedOn } from '@/lib/pdf/placement/occupied';
import type { Box } from '@/lib/pdf/read/geometry';

async function pdf(draw: (page: PDFPage, document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  await draw(document.addPage([612, 792]), document);
  return document.save();
}

const occupied = async (draw: Parameters<typeof pdf>[0]) => occupiedOn(await pdf(draw));
/** Content in the form in which its operators are written. */
const content = (text: string) => PDFOperator.of(text as never);
const rounded = (boxes: Box[]) => boxes.map((box) => box.map(Math.round));

test('text reaches along its line and from below the baseline to above its letters', async () => {
  const { text, images, annotations, paths } = await occupiedOn(
    await claimPdf({ title: 'Statement of Claim', pages: 1 }),
  );
  const title = text.find(([, bottom]) => bottom > 460 && bottom < 470) ?? [0, 0, 0, 0];
  expect(title[0]).toBeCloseTo(226, -1);
  expect(title[2]).toBeCloseTo(388, -1);
  expect(title[1]).toBeCloseTo(470 - 0.3 * 14, 3);
  expect(title[3]).toBeCloseTo(470 + 14, 3);
  expect({ images, annotations, paths }).toEqual({ images: [], annotations: [], paths: [] });
});

test('turned text stands where it is turned to', async () => {
  const { text } = await occupied(async (page, document) => {
    const font = await document.embedFont(StandardFonts.Courier);
    page.drawText('upwards!', { x: 100, y: 200, size: 10, font, rotate: degrees(90) });
  });
  expect(rounded(text)).toEqual([[90, 200, 103, 248]]);
});

test('text and images in a form stand where the form is drawn', async () => {
  const { text, images } = await occupied(async (page, document) => {
    const font = await document.embedFont(StandardFonts.Courier);
    const image = document.context.stream(new Uint8Array([255]), grey(1, 1));
    const form = document.context.stream('BT /F 10 Tf 5 5 Td (form) Tj ET q 20 0 0 10 50 0 cm /I Do Q', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 60, 50],
      Matrix: [2, 0, 0, 2, 0, 0],
      Resources: { Font: { F: font.ref }, XObject: { I: document.context.register(image) } },
    });
    page.node.setXObject(PDFName.of('Form'), document.context.register(form));
    page.pushOperators(concatTransformationMatrix(1, 0, 0, 1, 100, 300), drawObject('Form'));
  });
  expect(rounded(text)).toEqual([[110, 304, 158, 330]]);
  // The form's bounding box cuts the image off at 60.
  expect(rounded(images)).toEqual([[200, 300, 220, 320]]);
});

const grey = (width: number, height: number) => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
  ColorSpace: 'DeviceGray',
  BitsPerComponent: 8,
});

test('what is drawn only as a soft mask does not count, and what it masks does', async () => {
  const { paths } = await occupied((page, { context }) => {
    const group = context.stream('100 100 50 50 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 612, 792],
      Group: { S: 'Transparency', CS: 'DeviceGray' },
    });
    const state = { SMask: { Type: 'Mask', S: 'Luminosity', G: context.register(group) } };
    page.node.setExtGState(PDFName.of('Masked'), context.register(context.obj(state)));
    page.pushOperators(content('/Masked gs 200 300 10 20 re f'));
  });
  expect(paths).toEqual([[200, 300, 210, 320]]);
});

test('an image in the content counts', async () => {
  const { images } = await occupied((page) =>
    page.pushOperators(content('q 30 0 0 20 10 700 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q')),
  );
  expect(images).toEqual([[10, 700, 40, 720]]);
});

test('an image of 100 megapixels is not decoded', async () => {
  const packed = await deflatedZeros(100);
  const bytes = await pdf((page, document) => {
    const image = document.context.stream(packed, { ...grey(10_000, 10_000), Filter: 'FlateDecode' });
    page.node.setXObject(PDFName.of('Scan'), document.context.register(image));
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(612, 0, 0, 792, 0, 0),
      drawObject('Scan'),
      popGraphicsState(),
    );
  });
  await occupiedOn(await claimPdf({ title: 'To load pdf.js', pages: 1 }));
  const before = process.resourceUsage().maxRSS;
  expect((await occupiedOn(bytes)).images).toEqual([[0, 0, 612, 792]]);
  await setTimeout(500);
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(60);
});

async function deflatedZeros(megabytes: number): Promise<Uint8Array> {
  const deflate = createDeflate({ level: 1 });
  const parts: Buffer[] = [];
  deflate.on('data', (part) => parts.push(part));
  for (let n = 0; n < megabytes; n += 1) {
    await new Promise((resolve) => deflate.write(Buffer.alloc(1e6), resolve));
  }
  await new Promise<void>((resolve) => deflate.on('end', resolve).end());
  return Buffer.concat(parts);
}

test('text in a font whose characters are named by a map of Adobe is found', async () => {
  const { text } = await occupied((page, document) => {
    const { context } = document;
    const descendant = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: 'Ryumin-Light',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Japan1'), Supplement: 2 },
      FontDescriptor: context.register(
        context.obj({
          Type: 'FontDescriptor',
          FontName: 'Ryumin-Light',
          Flags: 4,
          Ascent: 723,
          Descent: -241,
        }),
      ),
    });
    const font = context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'Ryumin-Light-90ms-RKSJ-H',
      Encoding: '90ms-RKSJ-H',
      DescendantFonts: [context.register(descendant)],
    });
    page.node.setFontDictionary(PDFName.of('J'), context.register(font));
    page.pushOperators(content('BT /J 20 Tf 100 100 Td <93fa967b> Tj ET'));
  });
  expect(rounded(text)).toEqual([[100, 94, 140, 120]]);
});

test('annotations count where they can be seen', async () => {
  const annotation = (Subtype: string, F: number, x: number) => ({
    Type: 'Annot',
    Subtype,
    F,
    Rect: [x, 100, x + 20, 80],
  });
  const { annotations } = await occupied((page, document) => {
    const all = [
      annotation('Square', 4, 10),
      annotation('Link', 0, 40),
      annotation('Square', 2, 70),
      annotation('Square', 32, 100),
      annotation('Square', 36, 130),
      annotation('Popup', 4, 160),
      { ...annotation('Square', 4, 0), Rect: [0, 0, 0, 0] },
    ];
    page.node.set(PDFName.of('Annots'), document.context.obj(all));
  });
  expect(annotations.map(([left]) => left)).toEqual([10, 40, 130]);
});

test.each<[string, string, Box[]]>([
  ['a filled shape', '10 20 30 40 re f', [[10, 20, 40, 60]]],
  [
    'each of two shapes',
    '10 20 30 40 re 100 20 30 40 re f',
    [
      [10, 20, 40, 60],
      [100, 20, 130, 60],
    ],
  ],
  ['a line with its width', '4 w 10 20 m 50 20 l S', [[8, 18, 52, 22]]],
  [
    'a frame, as its four lines',
    '2 w 20 20 572 752 re S',
    [
      [19, 19, 593, 21],
      [591, 19, 593, 773],
      [19, 771, 593, 773],
      [19, 19, 21, 773],
    ],
  ],
  ['nothing filled white', '1 g 10 20 30 40 re f 1 1 1 rg 10 20 30 40 re f', []],
  ['nothing that is only a clip', '10 20 30 40 re W n', []],
  ['a shape within its clip', '10 20 30 40 re W n 0 0 25 792 re f', [[10, 20, 25, 60]]],
  ['a shape after its clip ended', 'q 10 20 30 40 re W n Q 50 50 1 1 re f', [[50, 50, 51, 51]]],
  ['no background', '0.9 g 0 0 612 792 re f', []],
])('paths: %s', async (_, drawn, expected) => {
  const { paths } = await occupied((page) => page.pushOperators(content(drawn)));
  expect(paths).toEqual(expected);
});

test('bytes that are not a PDF are refused', async () => {
  await expect(occupiedOn(Buffer.from('%PDF-1.7 and nothing else'))).rejects.toThrow();
});
