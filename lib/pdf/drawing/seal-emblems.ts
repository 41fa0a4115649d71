import { circle, type Point, polar, polygon } from '@/lib/pdf/drawing/shapes';
import { op } from '@/lib/pdf/syntax/write';

/** A pair of scales of 40 by 36 points at `scale` 1, around the point (0, y). */
export function scales(y: number, scale: number): string {
  const pan = (x: number) =>
    [
      op('w', 0.7),
      op('m', x - 7, -6),
      op('l', x, 11.5),
      op('l', x + 7, -6),
      op('S'),
      op('m', x - 8, -6),
      op('c', x - 6, -12.5, x + 6, -12.5, x + 8, -6),
      op('h'),
      op('f'),
    ].join('');
  const beam = [
    op('m', -15, 11),
    op('c', -9, 15.5, -5, 13, 0, 14),
    op('c', 5, 13, 9, 15.5, 15, 11),
    op('c', 9, 13, 5, 11, 0, 11.5),
    op('c', -5, 11, -9, 13, -15, 11),
    op('h'),
  ].join('');
  return [
    'q\n',
    op('cm', scale, 0, 0, scale, 0, y),
    op('j', 1),
    pan(-13.5),
    pan(13.5),
    beam,
    polygon([
      [-1.4, -14],
      [-0.8, 14],
      [0.8, 14],
      [1.4, -14],
    ]),
    circle([0, 16.5], 2),
    polygon([
      [-8.5, -18],
      [-8.5, -16.6],
      [-5, -16.6],
      [-4, -14],
      [4, -14],
      [5, -16.6],
      [8.5, -16.6],
      [8.5, -18],
    ]),
    op('f'),
    'Q\n',
  ].join('');
}

/** Two branches along a circle around (0, 0), right and left, from one angle in radians up to another. */
export function laurel(radius: number, from: number, to: number, pairs: number): string {
  const right = branch(radius, from, to, pairs);
  return `${right}q\n${op('cm', -1, 0, 0, 1, 0, 0)}${right}Q\n`;
}

function branch(radius: number, from: number, to: number, pairs: number): string {
  const step = (to - from) / pairs;
  const leaves = Array.from({ length: pairs }, (_, i) => {
    const angle = from + (i + 0.2) * step;
    const along = angle + Math.PI / 2;
    return [leaf(polar(radius, angle), along - 0.6), leaf(polar(radius, angle), along + 0.6)].join('');
  });
  const stem = Array.from({ length: pairs + 1 }, (_, i) =>
    op(i === 0 ? 'm' : 'l', ...polar(radius, from + i * step)),
  );
  return [
    op('w', 0.3),
    ...stem,
    op('S'),
    ...leaves,
    leaf(polar(radius, to - 0.2 * step), to + Math.PI / 2),
    op('f'),
  ].join('');
}

/** A pointed leaf that grows from a point in the direction of an angle. */
function leaf([x, y]: Point, angle: number): string {
  const [length, bulge] = [2.7, 0.85];
  const beside = (along: number, across: number): Point => {
    const [ux, uy] = polar(1, angle);
    return [x + along * ux - across * uy, y + along * uy + across * ux];
  };
  return [
    op('m', x, y),
    op('c', ...beside(0.3 * length, bulge), ...beside(0.7 * length, bulge), ...beside(length, 0)),
    op('c', ...beside(0.7 * length, -bulge), ...beside(0.3 * length, -bulge), x, y),
    op('h'),
  ].join('');
}
