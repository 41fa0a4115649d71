import { expect, test } from 'vitest';
import {
  type Box,
  boxThrough,
  type Matrix,
  type PageFrame,
  rectOf,
  shownSize,
  toShown,
  toUserSpace,
} from '@/lib/pdf/read/geometry';

const letter: Box = [0, 0, 612, 792];
const page = (change: Partial<PageFrame>): PageFrame => ({
  media: letter,
  crop: undefined,
  rotate: 0,
  userUnit: 1,
  ...change,
});
const through = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];
const spot = { x: 16, y: 30, scale: 0.5 };

test.each([
  { rotate: 0, lowerLeft: [16, 30], upperRight: [166, 80], size: { width: 612, height: 792 } },
  { rotate: 90, lowerLeft: [582, 16], upperRight: [532, 166], size: { width: 792, height: 612 } },
  { rotate: 180, lowerLeft: [596, 762], upperRight: [446, 712], size: { width: 612, height: 792 } },
  { rotate: 270, lowerLeft: [30, 776], upperRight: [80, 626], size: { width: 792, height: 612 } },
])('at /Rotate $rotate a drawing of 300 by 100 stands upright at its spot', (expected) => {
  const frame = page({ rotate: expected.rotate });
  const matrix = toUserSpace(frame, spot);
  expect(through(matrix, 0, 0)).toEqual(expected.lowerLeft);
  expect(through(matrix, 300, 100)).toEqual(expected.upperRight);
  expect(shownSize(frame)).toEqual(expected.size);
});

const boxes: { media: Box; crop: Box | undefined }[] = [
  { media: letter, crop: undefined },
  { media: [-100, 50, 512, 842], crop: [0, 100, 400, 700] },
  { media: [612, 792, 0, 0], crop: [500, 600, 100, -50] },
];
const frames = boxes.flatMap((box) =>
  [0, 90, 180, 270].flatMap((rotate) => [1, 2.5].map((userUnit) => page({ ...box, rotate, userUnit }))),
);

test.each(frames)('a drawing put at a spot is shown there in points: %j', (frame) => {
  const rect = rectOf(toUserSpace(frame, spot), 300, 100);
  expect(rect[0]).toBeLessThan(rect[2]);
  expect(rect[1]).toBeLessThan(rect[3]);
  const shown = boxThrough(toShown(frame), rect);
  [16, 30, 166, 80].forEach((value, i) => {
    expect(shown[i]).toBeCloseTo(value, 9);
  });
});

test('what is shown is the crop box within the media box, corners in any order', () => {
  expect(shownSize(page({ crop: [100, 900, 500, 50] }))).toEqual({ width: 400, height: 742 });
  expect(through(toUserSpace(page({ crop: [100, 900, 500, 50] }), spot), 0, 0)).toEqual([116, 80]);
  expect(shownSize(page({ media: [612, 792, 0, 0] }))).toEqual({ width: 612, height: 792 });
});

test('an empty or endless crop box counts as none, a missing or empty media box as Letter', () => {
  const whole = { width: 612, height: 792 };
  expect(shownSize(page({ crop: [700, 0, 800, 100] }))).toEqual(whole);
  expect(shownSize(page({ media: undefined }))).toEqual(whole);
  expect(shownSize(page({ media: [0, 0, 0, 0] }))).toEqual(whole);
  expect(shownSize(page({ media: [0, 0, Number.POSITIVE_INFINITY, 9] }))).toEqual(whole);
});

test('turns beyond a full one, backwards and askew count as the nearest quarter', () => {
  const at = (rotate: number) => toUserSpace(page({ rotate }), spot);
  expect(at(450)).toEqual(at(90));
  expect(at(-90)).toEqual(at(270));
  expect(at(91)).toEqual(at(90));
});

test('a larger user unit makes the page larger in points, and the drawing smaller in user space', () => {
  const frame = page({ userUnit: 2 });
  expect(shownSize(frame)).toEqual({ width: 1224, height: 1584 });
  expect(toUserSpace(frame, spot)).toEqual([0.25, 0, 0, 0.25, 8, 15]);
});
