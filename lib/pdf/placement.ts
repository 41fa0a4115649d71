/** Left, bottom, right, top in user space units; corners may come in any order. */
export type Box = readonly [number, number, number, number];
/** Maps (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** What decides how a page is shown: its boxes, clockwise /Rotate in degrees, and /UserUnit in 1/72 inch. */
export type PageFrame = { media: Box | undefined; crop: Box | undefined; rotate: number; userUnit: number };

const letter: Box = [0, 0, 612, 792];

/**
 * The matrix that puts a drawing of `width` by `height` points `margin` points from the top left corner of the
 * page as it is shown: upright and of the same size on any page, smaller only where the page is too small for it.
 */
export function atTopLeft(page: PageFrame, width: number, height: number, margin: number): Matrix {
  const [left, bottom, right, top] = shownBox(page);
  const turn = (((Math.round(page.rotate / 90) * 90) % 360) + 360) % 360;
  const sideways = turn % 180 !== 0;
  const shownWidth = (sideways ? top - bottom : right - left) * page.userUnit;
  const shownHeight = (sideways ? right - left : top - bottom) * page.userUnit;
  const fit = Math.min(1, shownWidth / (width + 2 * margin), shownHeight / (height + 2 * margin));
  const unit = 1 / page.userUnit;
  const scale = fit * unit;
  const x = margin * scale;
  const y = shownHeight * unit - (margin + height) * scale;
  if (turn === 90) return [0, scale, -scale, 0, right - y, bottom + x];
  if (turn === 180) return [-scale, 0, 0, -scale, right - x, top - y];
  if (turn === 270) return [0, -scale, scale, 0, left + y, top - x];
  return [scale, 0, 0, scale, left + x, bottom + y];
}

/** What is shown of a page: the crop box within the media box, else the media box, else Letter. */
function shownBox({ media, crop }: PageFrame): Box {
  const whole = media && upright(media);
  if (!whole || isEmpty(whole)) return letter;
  const part = crop ? intersection(whole, upright(crop)) : whole;
  return isEmpty(part) ? whole : part;
}

const upright = ([x0, y0, x1, y1]: Box): Box => [
  Math.min(x0, x1),
  Math.min(y0, y1),
  Math.max(x0, x1),
  Math.max(y0, y1),
];

const intersection = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

const isEmpty = ([left, bottom, right, top]: Box) => !(right - left > 1 && top - bottom > 1);
