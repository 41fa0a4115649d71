import { appendBezierCurve, closePath, lineTo, moveTo, type PDFOperator } from 'pdf-lib';

/** In points from the drawing's origin. */
export type Point = [x: number, y: number];

/** A point on a circle around (0, 0), to a thousandth of a point: more digits only make the file longer. */
export function polar(radius: number, angle: number): Point {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return [rounded(radius * Math.cos(angle)), rounded(radius * Math.sin(angle))];
}

/** A closed path through the points. */
export function polygon([start = [0, 0], ...rest]: Point[]): PDFOperator[] {
  return [moveTo(...start), ...rest.map((point) => lineTo(...point)), closePath()];
}

/** A circle of four Bézier curves; this ratio of handle to radius comes closest to round. */
export function circle([x, y]: Point, radius: number): PDFOperator[] {
  const handle = radius * 0.5522847498;
  return [
    moveTo(x + radius, y),
    appendBezierCurve(x + radius, y + handle, x + handle, y + radius, x, y + radius),
    appendBezierCurve(x - handle, y + radius, x - radius, y + handle, x - radius, y),
    appendBezierCurve(x - radius, y - handle, x - handle, y - radius, x, y - radius),
    appendBezierCurve(x + handle, y - radius, x + radius, y - handle, x + radius, y),
    closePath(),
  ];
}
