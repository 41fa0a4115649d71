import { expect, test } from 'vitest';
import type { PageFrame } from '@/lib/pdf/read/geometry';
import { timesPaper } from '@/lib/pdf/read/paper';

const page = (width: number, height: number, more: Partial<PageFrame> = {}): PageFrame => ({
  ...{ media: [0, 0, width, height], crop: undefined, rotate: 0, userUnit: 1 },
  ...more,
});

test.each([
  ['Letter', page(612, 792)],
  ['Letter, lying', page(792, 612)],
  ['Letter with a scanner’s edge', page(616, 798)],
  ['Legal', page(612, 1008)],
  ['A4', page(595.28, 841.89)],
  ['A4, turned', page(595.28, 841.89, { rotate: 90 })],
  ['smaller than paper', page(200, 300)],
  ['a large sheet of which Letter is shown', page(3000, 3000, { crop: [100, 100, 712, 892] })],
  ['a large unit that makes Letter', page(61.2, 79.2, { userUnit: 10 })],
])('%s is printed as it is', (_, frame) => {
  expect(timesPaper(frame)).toBe(1);
});

test.each<[string, PageFrame, number]>([
  ['a photo', page(3024, 4032), 4.94],
  ['a photo that lies', page(4032, 3024), 4.94],
  ['a photo, turned', page(3024, 4032, { rotate: 270 }), 4.94],
  ['a photo in a larger unit', page(1512, 2016, { userUnit: 2 }), 4.94],
  ['Tabloid', page(792, 1224), 1.29],
  ['a long till receipt', page(612, 3024), 3],
  ['the part of a sheet that is shown', page(9000, 9000, { crop: [0, 0, 1224, 1584] }), 2],
])('%s is shrunk to the paper that it fits best', (_, frame, times) => {
  expect(timesPaper(frame)).toBeCloseTo(times, 2);
});
