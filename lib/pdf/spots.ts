import type { Spot } from '@/lib/pdf/order';

export type Size = { width: number; height: number };

const widestMargin = 10;
/** Between lines of text less is to be had than beside them. */
const stepDown = 2;
const stepAcross = 8;
/** Of a page so large that there would be too many spots to try. */
const mostSteps = 500;

/** The largest scale, at most 1, at which a drawing fits between a page's margins. */
export function scaleToFit(page: Size, drawing: Size): number {
  const both = 2 * marginOf(page);
  return Math.min(1, (page.width - both) / drawing.width, (page.height - both) / drawing.height);
}

/**
 * The spots for a drawing at a scale that fits, best first: in the top margin at the left, in the middle and at the
 * right, then anywhere in the top third, in the bottom margin likewise, and anywhere from the top down.
 */
export function* spots(page: Size, drawing: Size, scale: number): Generator<Spot> {
  const margin = marginOf(page);
  const right = page.width - margin - drawing.width * scale;
  const top = page.height - margin - drawing.height * scale;
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

// Smaller only on a page that is hardly more than its margins.
const marginOf = ({ width, height }: Size) => Math.min(widestMargin, width / 4, height / 4);
