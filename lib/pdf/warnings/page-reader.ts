import { type Box, boxThrough, intersection, multiply } from '@/lib/pdf/read/geometry';
import type { FileStream, PdfFile } from '@/lib/pdf/syntax/file';
import type { Dict, Value } from '@/lib/pdf/syntax/objects';
import { type ColourSpace, cmyk, colourSpace, gray, rgb } from '@/lib/pdf/warnings/colours';
import { type GraphicsState, initialState, matrixOf } from '@/lib/pdf/warnings/graphics-state';
import { hidesBelow, isPlain } from '@/lib/pdf/warnings/images';
import { readOperators } from '@/lib/pdf/warnings/operators';
import type { PageMarks } from '@/lib/pdf/warnings/page-marks';
import { Path } from '@/lib/pdf/warnings/path';
import { TextReader } from '@/lib/pdf/warnings/text-reader';

const deepest = 12;
const strokes = new Set(['S', 's']);
const fills = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const ends = new Set([...strokes, ...fills, 'n']);
const spaces: Record<string, ColourSpace> = { g: gray, rg: rgb, k: cmyk };

/** Bytes of content that may still be read. */
export type Allowance = { bytes: number };

/** Follows the operators of a page's content and of its forms, and puts what they paint among the page's marks. */
export class PageReader {
  private readonly saved: GraphicsState[] = [];
  private state: GraphicsState;
  private readonly path = new Path();
  private readonly text: TextReader;

  constructor(
    private readonly pdf: PdfFile,
    private readonly marks: PageMarks,
    private readonly allowance: Allowance,
    everything: Box,
  ) {
    this.state = initialState(everything);
    this.text = new TextReader(pdf, marks);
  }

  /** @throws Damaged, PdfRefused; both mean that the page cannot be told */
  read(content: Buffer, resources: Dict | undefined, depth = 0): void {
    this.allowance.bytes -= content.length;
    if (this.allowance.bytes < 0) return;
    readOperators(content, (operator, operands) => this.follow(operator, operands, resources, depth));
  }

  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: it is the table of the operators, which reads best in one piece.
  private follow(operator: string, operands: Value[], resources: Dict | undefined, depth: number): void {
    const numbers = operands.filter((operand) => typeof operand === 'number');
    const { state } = this;
    if (this.path.take(operator, numbers, state.toPage)) return;
    switch (operator) {
      case 'q':
        this.saved.push({ ...state });
        break;
      case 'Q':
        this.state = this.saved.pop() ?? state;
        break;
      case 'cm':
        state.toPage = multiply(state.toPage, matrixOf(numbers));
        break;
      case 'gs':
        this.applyState(this.named(resources, 'ExtGState', operands[0]));
        break;
      case 'cs':
      case 'CS':
        this.ink(operator === 'cs', colourSpace(this.pdf, resources, operands[0]), undefined);
        break;
      case 'g':
      case 'rg':
      case 'k':
      case 'G':
      case 'RG':
      case 'K':
        this.ink(operator >= 'a', spaces[operator.toLowerCase()] ?? gray, numbers);
        break;
      case 'sc':
      case 'scn':
        this.ink(true, state.fill.space, numbers);
        break;
      case 'SC':
      case 'SCN':
        this.ink(false, state.stroke.space, numbers);
        break;
      case 'w':
        state.lineWidth = numbers[0] ?? 0;
        break;
      case 'sh':
        this.marks.area({ box: state.clip, colour: undefined, isSolid: false });
        break;
      case 'EI':
        this.marks.image(
          intersection(boxThrough(state.toPage, [0, 0, 1, 1]), state.clip),
          false,
          () => false,
        );
        break;
      case 'Do':
        this.draw(this.named(resources, 'XObject', operands[0]), resources, depth);
        break;
      default:
        if (ends.has(operator)) this.paint(operator);
        else if (operator === 'Tf')
          this.text.setFont(state, this.named(resources, 'Font', operands[0]), numbers[0]);
        else this.text.follow(operator, operands, state);
    }
  }

  private ink(isFill: boolean, space: ColourSpace, numbers: number[] | undefined): void {
    const colour = numbers ? (numbers.length > 0 ? space(numbers) : undefined) : space([]);
    this.state[isFill ? 'fill' : 'stroke'] = { space, colour };
  }

  private named(resources: Dict | undefined, kind: string, key: Value | undefined): Value | undefined {
    return this.pdf.dict(resources?.get(kind))?.get(this.pdf.name(key) ?? '');
  }

  private applyState(value: Value | undefined): void {
    const dict = this.pdf.dict(value);
    if (!dict) return;
    const alpha = this.pdf.number(dict.get('ca'));
    const mode = dict.get('BM');
    const blend = this.pdf.name(this.pdf.array(mode)?.[0] ?? mode);
    const isMasked = this.pdf.dict(dict.get('SMask')) !== undefined;
    if (alpha !== undefined) this.state.isClear = alpha < 0.03;
    if (alpha !== undefined || blend || isMasked) {
      this.state.isOpaque = (alpha ?? 1) === 1 && (blend ?? 'Normal') === 'Normal' && !isMasked;
    }
    const [font, size] = this.pdf.array(dict.get('Font')) ?? [];
    if (font) this.text.setFont(this.state, font, this.pdf.number(size));
  }

  private paint(operator: string): void {
    const { clip, fill, isOpaque, isClear } = this.state;
    const parts = this.path.parts;
    if (!isClear && fills.has(operator)) {
      for (const { box, isRectangle } of parts) {
        const isSolid = isRectangle && isOpaque && fill.colour !== undefined;
        const colour = isRectangle && isOpaque ? fill.colour : undefined;
        this.marks.area({ box: intersection(box, clip), colour, isSolid });
      }
    } else if (!isClear && strokes.has(operator)) {
      for (const { box } of parts) this.marks.line(intersection(widened(box, this.widthOfLine()), clip));
    }
    this.state.clip = this.path.end(clip);
  }

  private widthOfLine(): number {
    const [a, b, c, d] = this.state.toPage;
    return this.state.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
  }

  private draw(value: Value | undefined, resources: Dict | undefined, depth: number): void {
    const stream = this.pdf.stream(value);
    if (!stream || this.state.isClear) return;
    const kind = this.pdf.name(stream.dict.get('Subtype'));
    if (kind === 'Image') this.drawImage(stream);
    if (kind === 'Form' && depth < deepest) this.drawForm(stream, resources, depth);
  }

  private drawImage(stream: FileStream): void {
    const { toPage, clip, isOpaque } = this.state;
    const box = intersection(boxThrough(toPage, [0, 0, 1, 1]), clip);
    this.marks.image(box, isOpaque && hidesBelow(this.pdf, stream), () => isPlain(this.pdf, stream));
  }

  private drawForm({ dict, data }: FileStream, resources: Dict | undefined, depth: number): void {
    const [before, depthBefore] = [this.state, this.saved.length];
    const [left, bottom, right, top] = (this.pdf.array(dict.get('BBox')) ?? []).map((edge) =>
      this.pdf.number(edge),
    );
    const matrix = (this.pdf.array(dict.get('Matrix')) ?? []).map((entry) => this.pdf.number(entry) ?? 0);
    const toPage = matrix.length === 6 ? multiply(before.toPage, matrixOf(matrix)) : before.toPage;
    const clip = boxThrough(toPage, [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0]);
    this.state = { ...before, toPage, clip: intersection(before.clip, clip) };
    this.read(data(), this.pdf.dict(dict.get('Resources')) ?? resources, depth + 1);
    this.saved.length = depthBefore;
    this.state = before;
  }
}

const widened = ([left, bottom, right, top]: Box, width: number): Box => [
  left - width / 2,
  bottom - width / 2,
  right + width / 2,
  top + width / 2,
];
