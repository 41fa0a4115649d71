import { type Box, intersection, type Matrix } from '@/lib/pdf/read/geometry';

/** One shape of a path, by the box around it in user space. */
export type Part = { box: Box; isRectangle: boolean };

/** Corners may miss their rectangle by so many points. */
const skew = 0.5;

/** The path that content builds before it is painted; ISO 32000-2, 8.5. */
export class Path {
  private shapes: { xs: number[]; ys: number[]; isCurved: boolean }[] = [];
  private clips = false;

  /** Takes an operator if it builds the path. */
  take(operator: string, numbers: number[], toPage: Matrix): boolean {
    const [x = 0, y = 0, width = 0, height = 0] = numbers;
    if (operator === 're') {
      this.begin();
      this.add([x, y, x + width, y, x + width, y + height, x, y + height], toPage);
    } else if (operator === 'm') {
      this.begin();
      this.add(numbers, toPage);
    } else if (operator === 'l') this.add(numbers, toPage);
    else if (operator === 'c' || operator === 'v' || operator === 'y') this.add(numbers, toPage, true);
    else if (operator === 'W' || operator === 'W*') this.clips = true;
    else return operator === 'h';
    return true;
  }

  get parts(): Part[] {
    return this.shapes
      .filter(({ xs }) => xs.length > 1)
      .map(({ xs, ys, isCurved }) => {
        const box: Box = [least(xs), least(ys), most(xs), most(ys)];
        const corners = xs.every(
          (x, n) =>
            Math.min(x - box[0], box[2] - x) < skew &&
            Math.min((ys[n] ?? 0) - box[1], box[3] - (ys[n] ?? 0)) < skew,
        );
        return { box, isRectangle: !isCurved && corners && xs.length >= 4 && xs.length <= 6 };
      });
  }

  /** Ends the path. @returns what is left of the clip */
  end(clip: Box): Box {
    const { parts, clips } = this;
    this.shapes = [];
    this.clips = false;
    if (!clips) return clip;
    const boxes = parts.map(({ box }) => box);
    const around: Box = [
      least(boxes.map(([left]) => left)),
      least(boxes.map(([, bottom]) => bottom)),
      most(boxes.map(([, , right]) => right)),
      most(boxes.map(([, , , top]) => top)),
    ];
    return intersection(clip, around);
  }

  private begin(): void {
    this.shapes.push({ xs: [], ys: [], isCurved: false });
  }

  private add(numbers: number[], [a, b, c, d, e, f]: Matrix, isCurved = false): void {
    const shape = this.shapes.at(-1);
    if (!shape) return;
    shape.isCurved ||= isCurved;
    for (let n = 0; n + 1 < numbers.length; n += 2) {
      const [x = 0, y = 0] = [numbers[n], numbers[n + 1]];
      shape.xs.push(a * x + c * y + e);
      shape.ys.push(b * x + d * y + f);
    }
  }
}

// Not by Math.min of all: a path may have more points than a call has room for.
const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
