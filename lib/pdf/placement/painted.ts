import { partsOf } from '@/lib/pdf/placement/path-parts';
import { type Box, boxThrough, intersection, type Matrix, multiply } from '@/lib/pdf/read/geometry';

/** The numbers of pdf.js's operators. */
type Operators = typeof import('pdfjs-dist/legacy/build/pdf.mjs')['OPS'];
/** The operators of a page as pdf.js lists them, with each form XObject's operators in place of the form. */
export type OperatorList = { fnArray: number[]; argsArray: unknown[] };

type State = {
  toPage: Matrix;
  clip: Box;
  fills: boolean;
  strokes: boolean;
  lineWidth: number;
  isMask: boolean;
};
type PathArgs = [operator: number, data: [ArrayLike<number> | null], bounds: ArrayLike<number> | null];
type Group = { matrix: Matrix | null; bbox: Box | null; smask: unknown };

const white = '#ffffff';
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Boxes in user space of the images on a page and of its visible paths and shadings: those within their
 * clips, not white, and not as large as the page's background.
 */
export function painted(list: OperatorList, page: Box, ops: Operators): { images: Box[]; paths: Box[] } {
  const painter = new Painter(page, ops);
  list.fnArray.forEach((operator, i) => {
    painter.paint(operator, list.argsArray[i]);
  });
  return { images: painter.images, paths: painter.paths.filter((box) => area(box) <= area(page) / 2) };
}

class Painter {
  readonly images: Box[] = [];
  readonly paths: Box[] = [];
  private readonly saved: State[] = [];
  private state: State;
  private clips = false;

  constructor(
    page: Box,
    private readonly ops: Operators,
  ) {
    this.state = { toPage: identity, clip: page, fills: true, strokes: true, lineWidth: 1, isMask: false };
  }

  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: it is the table of the operators, which reads best in one piece.
  paint(operator: number, args: unknown): void {
    const { ops } = this;
    switch (operator) {
      case ops.save:
        this.save();
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
      case ops.endGroup:
        this.restore();
        break;
      case ops.transform:
        this.transform(args as Matrix);
        break;
      case ops.paintFormXObjectBegin:
        this.beginForm(...(args as [Matrix | null, Box | null]));
        break;
      case ops.beginGroup:
        this.beginGroup(...(args as [Group]));
        break;
      case ops.setLineWidth:
        [this.state.lineWidth] = args as [number];
        break;
      case ops.setFillRGBColor:
        this.state.fills = (args as [string])[0] !== white;
        break;
      case ops.setStrokeRGBColor:
        this.state.strokes = (args as [string])[0] !== white;
        break;
      case ops.setFillColorN:
      case ops.setFillTransparent:
        this.state.fills = operator === ops.setFillColorN;
        break;
      case ops.setStrokeColorN:
      case ops.setStrokeTransparent:
        this.state.strokes = operator === ops.setStrokeColorN;
        break;
      case ops.clip:
      case ops.eoClip:
        this.clips = true;
        break;
      case ops.constructPath:
        this.path(...(args as PathArgs));
        break;
      case ops.shadingFill:
        this.add(this.paths, this.state.clip);
        break;
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject:
      case ops.paintSolidColorImageMask:
        this.add(this.images, boxThrough(this.state.toPage, [0, 0, 1, 1]));
        break;
    }
  }

  private save(): void {
    this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(matrix: Matrix): void {
    this.state.toPage = multiply(this.state.toPage, matrix);
  }

  private beginForm(matrix: Matrix | null, bounds: Box | null): void {
    this.save();
    if (matrix) this.transform(matrix);
    if (bounds) this.clip(boxThrough(this.state.toPage, bounds));
  }

  // The form that follows has the same matrix.
  private beginGroup({ matrix, bbox, smask }: Group): void {
    this.save();
    if (bbox) this.clip(boxThrough(multiply(this.state.toPage, matrix ?? identity), bbox));
    if (smask) this.state.isMask = true;
  }

  private clip(box: Box): void {
    this.state.clip = intersection(this.state.clip, box);
  }

  private path(operator: number, [data]: PathArgs[1], bounds: PathArgs[2]): void {
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds ?? []);
    const whole: Box = [left, bottom, right, top];
    if (data && operator !== this.ops.endPath) this.draw(operator, data, whole);
    if (data && this.clips) this.clip(boxThrough(this.state.toPage, whole));
    this.clips = false;
  }

  private draw(operator: number, data: ArrayLike<number>, whole: Box): void {
    const { ops } = this;
    const { toPage, fills, strokes, lineWidth } = this.state;
    const isStroke = operator === ops.stroke || operator === ops.closeStroke || !fills;
    const isFill = operator === ops.fill || operator === ops.eoFill || !strokes;
    if (isStroke && isFill) return;
    const half = isFill ? 0 : lineWidth / 2;
    for (const [left, bottom, right, top] of partsOf(data, whole, isStroke)) {
      this.add(this.paths, boxThrough(toPage, [left - half, bottom - half, right + half, top + half]));
    }
  }

  private add(boxes: Box[], box: Box): void {
    const [left, bottom, right, top] = intersection(this.state.clip, box);
    if (!this.state.isMask && left <= right && bottom <= top) boxes.push([left, bottom, right, top]);
  }
}

const area = ([left, bottom, right, top]: Box) => (right - left) * (top - bottom);
