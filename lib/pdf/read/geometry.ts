import type { Spot } from '@/lib/pdf/read/seal-order';

/** Left, bottom, right, top; corners may come in any order. */
export type Box = readonly [number, number, number, number];
/** Maps (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * The entries that decide how a page is shown: its boxes in user space units, clockwise /Rotate in degrees,
 * and /UserUnit in 1/72 inch.
 */
export type PageFrame = { media: Box | undefined; crop: Box | undefined; rotate: number; userUnit: number };

const letter: Box = [0, 0, 612, 792];

/** The size in points of the page as it is shown. */
export function shownSize(frame: PageFrame): { width: number; height: number } {
  const [left, bottom, right, top] = shownBox(frame);
  const [width, height] = [(right - left) * frame.userUnit, (top - bottom) * frame.userUnit];
  return turnOf(frame) % 180 === 0 ? { width, height } : { width: height, height: width };
}

/**
 * Maps user space to the page as it is shown: upright, from its lower left corner, in points of 1/72 inch.
 * ISO 32000-2, 7.7.3.3, /Rotate and /UserUnit.
 */
export function toShown(frame: PageFrame): Matrix {
  const [left, bottom, right, top] = shownBox(frame);
  const unit = frame.userUnit;
  const turn = turnOf(frame);
  if (turn === 90) return [0, -unit, unit, 0, -bottom * unit, right * unit];
  if (turn === 180) return [-unit, 0, 0, -unit, right * unit, top * unit];
  if (turn === 270) return [0, unit, -unit, 0, top * unit, -left * unit];
  return [unit, 0, 0, unit, -left * unit, -bottom * unit];
}

/**
 * The matrix that puts a drawing upright at a spot of the shown page. The drawing's lower left corner is (0,
 * 0).
 */
export function toUserSpace(frame: PageFrame, spot: Spot): Matrix {
  const [left, bottom, right, top] = shownBox(frame);
  const scale = spot.scale / frame.userUnit;
  const x = spot.x / frame.userUnit;
  const y = spot.y / frame.userUnit;
  const turn = turnOf(frame);
  if (turn === 90) return [0, scale, -scale, 0, right - y, bottom + x];
  if (turn === 180) return [-scale, 0, 0, -scale, right - x, top - y];
  if (turn === 270) return [0, -scale, scale, 0, left + y, top - x];
  return [scale, 0, 0, scale, left + x, bottom + y];
}

/** The upright rectangle around a drawing of this size once a matrix has mapped it. */
export function rectOf(matrix: Matrix, width: number, height: number): Box {
  return boxThrough(matrix, [0, 0, width, height]);
}

/** The upright box around a box once a matrix has mapped it. */
export function boxThrough([a, b, c, d, e, f]: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f];
}

/** The matrix that maps by `inner` first, then by `outer`. */
export function multiply([a, b, c, d, e, f]: Matrix, inner: Matrix): Matrix {
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** The part that two upright boxes share. If they share nothing, left exceeds right or bottom exceeds top. */
export const intersection = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** The part of a page that is shown: the crop box within the media box, else the media box, else Letter. */
export function shownBox({ media, crop }: PageFrame): Box {
  const whole = media && upright(media);
  if (!whole || isEmpty(whole)) return letter;
  const part = crop ? intersection(whole, upright(crop)) : whole;
  return isEmpty(part) ? whole : part;
}

const turnOf = ({ rotate }: PageFrame) => (((Math.round(rotate / 90) * 90) % 360) + 360) % 360;

const upright = ([x0, y0, x1, y1]: Box): Box => [
  Math.min(x0, x1),
  Math.min(y0, y1),
  Math.max(x0, x1),
  Math.max(y0, y1),
];

const isEmpty = ([left, bottom, right, top]: Box) =>
  !(right - left > 1 && top - bottom > 1 && Number.isFinite(right - left + top - bottom));
