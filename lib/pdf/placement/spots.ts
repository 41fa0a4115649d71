import type { Spot } from '@/lib/pdf/read/seal-order';

export type Size = { width: number; height: number };

export const narrowest = 10;
/**
 * The distances from the paper's edge, in points, the wider first: a quarter of an inch, because printers cut what is
 * nearer than 6 mm, and, where nothing is free there, what is left.
 */
export const margins = [18, narrowest] as const;
export type Margin = (typeof margins)[number];
/** Finer than the step across, because the gaps between lines of text are narrower than those beside them. */
const stepDown = 2;
const stepAcross = 8;
/** Limits the spots to try on a very large page. */
const mostSteps = 500;

/** The largest scale, at most 1, at which a drawing fits between a page's narrowest margins. */
export function scaleToFit(page: Size, drawing: Size): number {
  const both = 2 * marginOf(page, narrowest);
  return Math.min(1, (page.width - both) / drawing.width, (page.height - both) / drawing.height);
}

/**
 * The spots for a drawing at a scale between margins, if it fits there, best first: the top margin (left, middle, right), the rest of
 * the top third, the bottom margin (left, middle, right), and then the whole page from the top down.
 */
export function* spots(page: Size, drawing: Size, scale: number, atLeast: Margin): Generator<Spot> {
  const margin = marginOf(page, atLeast);
  const right = page.width - margin - drawing.width * scale;
  const top = page.height - margin - drawing.height * scale;
  if (right < margin || top < margin) return;
  const third = (page.height * 2) / 3;
  const across = Math.max(stepAcross, page.width / mostSteps);
  const down = Math.max(stepDown, page.height / mostSteps);
  const threeAt = (y: number) => [margin, (margin + right) / 2, right].map((x) => ({ x, y, scale }));
  yield* threeAt(top);
  yield* rows(top, Math.max(third, margin));
  yield* threeAt(margin);
  yield* rows(Math.min(third, top), margin);

  function* rows(from: number, to: number): Generator<Spot> {
    for (let y = from; y >= to; y -= down) {
      for (let x = margin; x <= right; x += across) yield { x, y, scale };
    }
  }
}

// The margin is narrower only on a page that would otherwise be hardly more than margins.
const marginOf = ({ width, height }: Size, atLeast: Margin) => Math.min(atLeast, width / 4, height / 4);
