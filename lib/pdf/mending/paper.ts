import type { Paper, Resized } from '@/lib/domain/claim/draft/mending';
import { type Box, type Matrix, type PageFrame, shownBox, shownSize } from '@/lib/pdf/read/geometry';
import { isOfSize, letter } from '@/lib/pdf/warnings/whole-document';

/** In points. */
const papers: Record<Exclude<Paper, 'other'>, { short: number; long: number }> = {
  a4: { short: 595, long: 842 },
  a3: { short: 842, long: 1191 },
  a5: { short: 420, long: 595 },
  legal: { short: 612, long: 1008 },
  tabloid: { short: 792, long: 1224 },
};
/** A scanner's edge or a rounded measure. */
const tolerance = 0.02;

/** How a page comes onto Letter paper: the page's box in user space, and the matrix that maps the old one to it. */
export type Fitting = { box: Box; matrix: Matrix; resized: Resized };

/**
 * Puts a page in the middle of Letter paper, upright or on its side as it is shown: a larger page is made as much smaller
 * as it must be, a smaller one keeps its size, as a printer would do it.
 */
export function fitToLetter(frame: PageFrame): Fitting {
  const shown = shownSize(frame);
  const [left, bottom, right, top] = shownBox(frame);
  const isUpright = shown.width <= shown.height;
  const paper = isUpright
    ? { width: letter.short, height: letter.long }
    : { width: letter.long, height: letter.short };
  const scale = Math.min(1, paper.width / shown.width, paper.height / shown.height);
  const inUnits = scale * frame.userUnit;
  const isTurned = Math.abs(shown.width - (right - left) * frame.userUnit) > 0.01;
  const [width, height] = isTurned ? [paper.height, paper.width] : [paper.width, paper.height];
  const x = (width - inUnits * (right - left)) / 2 - inUnits * left;
  const y = (height - inUnits * (top - bottom)) / 2 - inUnits * bottom;
  return {
    box: [0, 0, width, height],
    matrix: [inUnits, 0, 0, inUnits, x, y],
    resized: { ...named(shown), percent: Math.round(100 * scale) },
  };
}

function named(shown: { width: number; height: number }): Omit<Resized, 'percent'> {
  const found = (Object.keys(papers) as (keyof typeof papers)[]).find((paper) =>
    isOfSize(shown, papers[paper], tolerance),
  );
  const inMillimetres = (points: number) => Math.round((points / 72) * 25.4);
  return {
    paper: found ?? 'other',
    width: inMillimetres(shown.width),
    height: inMillimetres(shown.height),
  };
}
