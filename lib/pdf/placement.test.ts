import { expect, test } from 'vitest';
import { atTopLeft, type Box, type Matrix } from '@/lib/pdf/placement';

const letter: Box = [0, 0, 612, 792];
const page = { media: letter, crop: undefined, rotate: 0, userUnit: 1 };
const place = (change: Partial<Parameters<typeof atTopLeft>[0]>) =>
  atTopLeft({ ...page, ...change }, 300, 100, 16);
const corner = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];

test.each([
  { rotate: 0, lowerLeft: [16, 676], upperRight: [316, 776] },
  { rotate: 90, lowerLeft: [116, 16], upperRight: [16, 316] },
  { rotate: 180, lowerLeft: [596, 116], upperRight: [296, 16] },
  { rotate: 270, lowerLeft: [496, 776], upperRight: [596, 476] },
])('at /Rotate $rotate the drawing stands in the corner that is shown at the top left', (expected) => {
  const matrix = place({ rotate: expected.rotate });
  expect(corner(matrix, 0, 0)).toEqual(expected.lowerLeft);
  expect(corner(matrix, 300, 100)).toEqual(expected.upperRight);
});

test('turns beyond a full one, backwards and askew count as the nearest quarter', () => {
  expect(place({ rotate: 450 })).toEqual(place({ rotate: 90 }));
  expect(place({ rotate: -90 })).toEqual(place({ rotate: 270 }));
  expect(place({ rotate: 91 })).toEqual(place({ rotate: 90 }));
});

test('what is shown is the crop box within the media box, corners in any order', () => {
  expect(corner(place({ crop: [100, 900, 500, 50] }), 0, 100)).toEqual([116, 776]);
  expect(corner(place({ media: [612, 792, 0, 0] }), 0, 100)).toEqual([16, 776]);
});

test('an empty crop box counts as none, a missing or empty media box as Letter', () => {
  expect(place({ crop: [700, 0, 800, 100] })).toEqual(place({}));
  expect(place({ media: undefined })).toEqual(place({}));
  expect(place({ media: [0, 0, 0, 0] })).toEqual(place({}));
});

test('a larger user unit makes the drawing smaller in user space, so that it is printed at the same size', () => {
  const [a, , , d, e, f] = place({ userUnit: 2 });
  expect([a, d, e, f]).toEqual([0.5, 0.5, 8, 792 - 58]);
});

test('a page too small for the drawing gets it smaller, within its margins', () => {
  const matrix = place({ media: [0, 0, 166, 400] });
  expect(corner(matrix, 0, 100)).toEqual([8, 392]);
  expect(corner(matrix, 300, 100)).toEqual([158, 392]);
});
