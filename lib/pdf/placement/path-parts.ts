import type { Box } from '@/lib/pdf/read/geometry';

/** How many coordinates follow each of pdf.js's path operators: move, line, curve, quadratic curve, close. */
const coordinates = [2, 2, 6, 4, 0];
const [move, close] = [0, 4];
const mostNumbers = 2000;

/**
 * The boxes that a path covers, in its own units. A stroke has one box for each line, so that a frame does
 * not count as its inside. A filled path has one box for each shape. A very long path has one box for the
 * whole.
 * @param numbers pdf.js's operators and coordinates
 */
export function partsOf(numbers: ArrayLike<number>, bounds: Box, isStroke: boolean): Box[] {
  if (numbers.length > mostNumbers) return [bounds];
  const parts: Box[] = [];
  let start = [0, 0];
  let points: number[] = [];
  const end = (next: number[]) => {
    if (points.length > 2) parts.push(around(points));
    points = next;
  };
  for (let at = 0; at < numbers.length; ) {
    const operator = numbers[at] ?? 0;
    const count = coordinates[operator] ?? 0;
    const added =
      operator === close ? start : Array.from({ length: count }, (_, i) => numbers[at + 1 + i] ?? 0);
    if (operator === move) {
      start = added;
      end([...added]);
    } else {
      points.push(...added);
      if (isStroke) end(added.slice(-2));
    }
    at += 1 + count;
  }
  end([]);
  return parts;
}

function around(points: number[]): Box {
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
