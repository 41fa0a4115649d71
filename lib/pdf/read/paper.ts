import { type PageFrame, shownSize } from '@/lib/pdf/read/geometry';

/** The papers that offices in Canada print on, in points, upright: Letter, Legal and A4. */
const papers = [
  { short: 612, long: 792 },
  { short: 612, long: 1008 },
  { short: 595, long: 842 },
];
/** A page that a rounded measure or a scanner's edge makes a little larger is printed as it is. */
const tolerance = 1.03;

/**
 * How many times as large as its print a page is, at least 1: a page larger than paper is shrunk to the paper that it
 * fits best, as a photo of 3024 x 4032 points that becomes a fifth of its size. A smaller page is printed as it is.
 */
export function timesPaper(frame: PageFrame): number {
  const { width, height } = shownSize(frame);
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const times = Math.min(...papers.map((paper) => Math.max(short / paper.short, long / paper.long)));
  return times > tolerance ? times : 1;
}

/** The page's frame as it is once printed. */
export const printed = (frame: PageFrame): PageFrame => ({
  ...frame,
  userUnit: frame.userUnit / timesPaper(frame),
});
