import { createCanvas, loadImage } from '@napi-rs/canvas';
import { degrees, PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import type { Place } from '@/lib/pdf/read/seal-order';
import { place } from '@/lib/pdf/seal/examine';
import { preview } from '@/lib/pdf/seal/preview';
import { sealedAt } from '@/lib/testing/pdf/seal';

const claim = () => claimPdf({ title: 'Statement of Claim', pages: 1 });

async function sideways(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await claim());
  pdf.getPage(0).setRotation(degrees(90));
  return pdf.save();
}

async function chosenPlace(bytes: Uint8Array): Promise<Place> {
  const placing = await place(bytes, () => undefined);
  if (!placing.ok) throw new Error(placing.code);
  return placing.place;
}

async function pixelsOf(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
type Pixels = Awaited<ReturnType<typeof pixelsOf>>;

/** Left, top, right and bottom of the pixels for which something holds. */
function boundsOf({ width, height, data }: Pixels, holds: (at: number) => boolean): number[] {
  const bounds = [width, height, -1, -1];
  for (let n = 0; n < data.length / 4; n += 1) {
    if (!holds(4 * n)) continue;
    const [x, y] = [n % width, Math.floor(n / width)];
    const [left = 0, top = 0, right = 0, bottom = 0] = bounds;
    bounds.splice(0, 4, Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
  }
  return bounds;
}

const frameOf = (pixels: Pixels) =>
  boundsOf(pixels, (at) => [0, 102, 204].every((colour, n) => pixels.data[at + n] === colour));

it.each([
  ['upright', claim],
  ['on its side', sideways],
])('shows a page %s with a frame around just the place where the seal is then put', async (_, make) => {
  const bytes = await make();
  const at = await chosenPlace(bytes);
  const before = await pixelsOf(await preview(bytes, null));
  const after = await pixelsOf(await preview(await sealedAt(bytes, at), null));
  const drawn = boundsOf(before, (n) => before.data[n] !== after.data[n]);
  const frame = frameOf(await pixelsOf(await preview(bytes, at)));
  expect(frame[2]).toBeGreaterThan(0);
  for (const [n, edge] of drawn.entries()) expect(Math.abs(edge - (frame[n] ?? 0))).toBeLessThanOrEqual(6);
});

it('shows the place of the court file number where the seal goes on an added page, and no frame where there is no place', async () => {
  const bytes = await claim();
  const added: Place = { kind: 'added-page', number: { x: 61.2, y: 700, scale: 1 } };
  const frame = frameOf(await pixelsOf(await preview(bytes, added)));
  expect(Math.abs((frame[0] ?? 0) - (61.2 / 792) * 1_200)).toBeLessThanOrEqual(2);
  const none = await pixelsOf(await preview(bytes, { kind: 'nowhere' }));
  expect(frameOf(none)).toEqual([none.width, none.height, -1, -1]);
  expect(Math.max(none.width, none.height)).toBeLessThanOrEqual(1_201);
});

it('shows the page that is asked for, and none that the document does not have', async () => {
  const pdf = await PDFDocument.load(await claim());
  pdf.addPage([792, 612]);
  const bytes = await pdf.save();
  const second = await pixelsOf(await preview(bytes, null, 2));
  expect(second.width).toBeGreaterThan(second.height);
  await expect(preview(bytes, null, 3)).rejects.toThrow('no such page');
});
