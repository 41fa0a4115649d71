import type { Box } from '@/lib/pdf/read/geometry';

/** An A3 page has about as many square points. */
const mostCells = 1 << 20;

/**
 * The part of a page that boxes cover, in cells of one point, larger only on pages beyond A3. A cell that a
 * box touches counts as covered. A summed-area table gives the covered part of any rectangle in constant
 * time.
 */
export class Occupancy {
  private readonly cell: number;
  private readonly columns: number;
  private readonly rows: number;
  /** For each corner of cells, the number of covered cells to its left and below it. */
  private readonly sums: Int32Array;

  /** Sizes and boxes in points, from the page's lower left corner. */
  constructor(width: number, height: number, boxes: Box[]) {
    this.cell = Math.max(1, Math.sqrt((width * height) / mostCells), width / mostCells, height / mostCells);
    this.columns = Math.ceil(width / this.cell);
    this.rows = Math.ceil(height / this.cell);
    this.sums = this.sumsOf(this.changesAt(boxes));
  }

  // Called for a million rectangles: hence no closures and no small arrays.
  /** How much of a rectangle is covered, in square points. */
  covered([left, bottom, right, top]: Box): number {
    const stride = this.columns + 1;
    const [from, to] = [this.first(left, this.columns), this.last(left, right, this.columns)];
    const lower = this.first(bottom, this.rows) * stride;
    const upper = this.last(bottom, top, this.rows) * stride;
    const { sums } = this;
    const cells =
      (sums[upper + to] ?? 0) -
      (sums[upper + from] ?? 0) -
      (sums[lower + to] ?? 0) +
      (sums[lower + from] ?? 0);
    return cells * this.cell * this.cell;
  }

  /**
   * The change in the number of boxes at each cell, relative to its neighbours, so that a box of any size
   * takes four steps.
   */
  private changesAt(boxes: Box[]): Int32Array {
    const stride = this.columns + 1;
    const changes = new Int32Array(stride * (this.rows + 1));
    for (const [left, bottom, right, top] of boxes) {
      const [from, to] = [this.first(left, this.columns), this.last(left, right, this.columns)];
      const [lower, upper] = [this.first(bottom, this.rows), this.last(bottom, top, this.rows)];
      const corners = [
        lower * stride + from,
        lower * stride + to,
        upper * stride + from,
        upper * stride + to,
      ];
      corners.forEach((corner, i) => {
        changes[corner] = (changes[corner] ?? 0) + (i === 0 || i === 3 ? 1 : -1);
      });
    }
    return changes;
  }

  private sumsOf(changes: Int32Array): Int32Array {
    const stride = this.columns + 1;
    const sums = new Int32Array(changes.length);
    const boxes = new Int32Array(this.columns);
    for (let row = 0; row < this.rows; row += 1) {
      let change = 0;
      let covered = 0;
      for (let column = 0; column < this.columns; column += 1) {
        change += changes[row * stride + column] ?? 0;
        const over = (boxes[column] ?? 0) + change;
        boxes[column] = over;
        if (over > 0) covered += 1;
        const corner = (row + 1) * stride + column + 1;
        sums[corner] = (sums[corner - stride] ?? 0) + covered;
      }
    }
    return sums;
  }

  private first(from: number, cells: number): number {
    return Math.min(Math.max(Math.floor(from / this.cell), 0), cells);
  }

  /** The last cell that is touched. A line has no width but still touches one. */
  private last(from: number, to: number, cells: number): number {
    const after = Math.max(Math.floor(from / this.cell) + 1, Math.ceil(to / this.cell));
    return Math.min(Math.max(after, 0), cells);
  }
}
