import { createCanvas } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { pageFile } from '@/lib/testing/pdf/files';
import { describeWithReaders, type Picture, pixelsWhere } from '@/lib/testing/pdf/pages';
import { renderers } from '@/lib/testing/pdf/renderers';
import { sealedWherever } from '@/lib/testing/pdf/seal';

const text = 'BT /F1 12 Tf 72 600 Td (A claim) Tj ET';
const signature = {
  page: '/Annots[6 0 R]',
  more: [
    '<</Type/Annot/Subtype/Widget/FT/Sig/T(A)/V 7 0 R/Rect[0 0 0 0]>>',
    '<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 9 20 9]/Contents<30>>>',
  ],
};
const form = (entries: string) => `/AcroForm<</Fields[6 0 R]${entries}>>`;

const kinds: [string, Buffer][] = [
  ['a plain file', pageFile({ content: text })],
  ['a turned page', pageFile({ content: text, page: '/Rotate 90' })],
  [
    'a form that asks for new appearances',
    pageFile({
      content: text,
      catalog: form('/NeedAppearances true'),
      page: '/Annots[6 0 R]',
      more: ['<</Type/Annot/Subtype/Widget/FT/Tx/T(A)/Rect[72 500 272 520]/DA(/F1 9 Tf)>>'],
    }),
  ],
  ['a signed file', pageFile({ content: text, catalog: form('/SigFlags 3'), ...signature })],
  [
    'a signed form that asks for new appearances',
    pageFile({ content: text, catalog: form('/SigFlags 3/NeedAppearances true'), ...signature }),
  ],
  ['a page whose content does not end', pageFile({ content: `${text} BT /F1 9 Tf` })],
];

async function byPdfJs(bytes: Uint8Array): Promise<Picture> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    const page = await (await task.promise).getPage(1);
    const viewport = page.getViewport({ scale: 2 });
    const canvas = createCanvas(viewport.width, viewport.height);
    // This canvas takes the same drawing calls as a browser's.
    const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
    await page.render({ canvas: null, canvasContext, viewport }).promise;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return { width: canvas.width, height: canvas.height, rgb: data.filter((_, i) => i % 4 !== 3) as never };
  } finally {
    await task.destroy();
  }
}

const redIn = (page: Picture) => pixelsWhere(page, (r, g, b) => r - Math.max(g, b) > 60).length;

describeWithReaders('the seal is shown', () => {
  const programs = [...Object.entries(renderers), ['pdf.js', byPdfJs] as const];
  test.each(
    kinds.flatMap(([kind, bytes]) => programs.map(([name, render]) => [kind, name, bytes, render] as const)),
  )('on %s by %s', async (_, __, bytes, render) => {
    const page = await render(await sealedWherever(bytes), 144);
    expect(redIn(await render(bytes, 144))).toBe(0);
    expect(redIn(page)).toBeGreaterThan(1000);
  });
}, ['gs', 'mutool']);
