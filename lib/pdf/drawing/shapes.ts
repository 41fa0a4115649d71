import { op } from '@/lib/pdf/syntax/write';

/** In points from the drawing's origin. */
export type Point = [x: number, y: number];

/** Draws `content` with its origin moved to (x, y). Graphics state that it sets does not outlast it. */
export function at(x: number, y: number, content: string): string {
  return `q\n${op('cm', 1, 0, 0, 1, x, y)}${content}Q\n`;
}

/** The point at an angle in radians on a circle around (0, 0). */
export function polar(radius: number, angle: number): Point {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** A closed path through the points. */
export function polygon([start = [0, 0], ...rest]: Point[]): string {
  return op('m', ...start) + rest.map((point) => op('l', ...point)).join('') + op('h');
}

/** A circle of four Bézier curves. This ratio of handle to radius comes closest to a true circle. */
export function circle([x, y]: Point, radius: number): string {
  const handle = radius * 0.5522847498;
  return [
    op('m', x + radius, y),
    op('c', x + radius, y + handle, x + handle, y + radius, x, y + radius),
    op('c', x - handle, y + radius, x - radius, y + handle, x - radius, y),
    op('c', x - radius, y - handle, x - handle, y - radius, x, y - radius),
    op('c', x + handle, y - radius, x + radius, y - handle, x + radius, y),
    op('h'),
  ].join('');
}

/**
 * A closed line around (0, 0) that swings `waves` times between two radii, like a sine; `turn` in radians.
 */
export function wave(inner: number, outer: number, waves: number, turn: number): string {
  const step = Math.PI / waves;
  // Handle length as a share of the step, at which a cubic curve from crest to trough comes closest to a
  // sine.
  const handle = 0.3642 * step;
  const beside = (i: number, angle: number): Point => {
    const radius = i % 2 ? inner : outer;
    const [[x, y], [dx, dy]] = [
      polar(radius, turn + i * step),
      polar(radius * angle, turn + i * step + Math.PI / 2),
    ];
    return [x + dx, y + dy];
  };
  const curves = Array.from({ length: 2 * waves }, (_, i) =>
    op('c', ...beside(i, handle), ...beside(i + 1, -handle), ...beside(i + 1, 0)),
  );
  return op('m', ...beside(0, 0)) + curves.join('') + op('h');
}
