import { type Matrix, multiply } from '@/lib/pdf/read/geometry';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import type { Dict, Value } from '@/lib/pdf/syntax/objects';
import { type Font, fontOf } from '@/lib/pdf/warnings/font';
import { type GraphicsState, identity, matrixOf } from '@/lib/pdf/warnings/graphics-state';
import type { PageMarks } from '@/lib/pdf/warnings/page-marks';
import { lettersOf, type TextState } from '@/lib/pdf/warnings/text-state';

/** Follows the operators that set and show text, and puts the letters among the page's marks; ISO 32000-2, 9.3 and 9.4. */
export class TextReader {
  private line = identity;
  private lineStart = identity;
  private readonly fonts = new Map<Dict, Font>();

  constructor(
    private readonly pdf: PdfFile,
    private readonly marks: PageMarks,
  ) {}

  /** Sets a font of the resources and its size. */
  setFont(state: GraphicsState, value: Value | undefined, size = 0): void {
    state.text = { ...state.text, font: this.font(value), size };
  }

  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: it is the table of the text's operators.
  follow(operator: string, operands: Value[], state: GraphicsState): void {
    const numbers = operands.filter((operand) => typeof operand === 'number');
    const [first = 0] = numbers;
    const set = (text: Partial<TextState>) => {
      state.text = { ...state.text, ...text };
    };
    switch (operator) {
      case 'BT':
        this.moveTo(identity);
        break;
      case 'Tm':
        this.moveTo(matrixOf(numbers));
        break;
      case 'Td':
      case 'TD':
        if (operator === 'TD') set({ leading: -(numbers[1] ?? 0) });
        this.moveTo(multiply(this.lineStart, [1, 0, 0, 1, first, numbers[1] ?? 0]));
        break;
      case 'T*':
        this.nextLine(state);
        break;
      case 'Tr':
        set({ mode: first });
        break;
      case 'Tc':
        set({ letterSpace: first });
        break;
      case 'Tw':
        set({ wordSpace: first });
        break;
      case 'Tz':
        set({ across: first / 100 });
        break;
      case 'TL':
        set({ leading: first });
        break;
      case 'Ts':
        set({ rise: first });
        break;
      case 'Tj':
        this.show(operands, state);
        break;
      case 'TJ':
        this.show(this.pdf.array(operands[0]) ?? [], state);
        break;
      case '"':
        set({ wordSpace: first, letterSpace: numbers[1] ?? 0 });
        this.nextLine(state);
        this.show(operands.slice(2), state);
        break;
      case "'":
        this.nextLine(state);
        this.show(operands, state);
        break;
    }
  }

  private moveTo(matrix: Matrix): void {
    this.line = matrix;
    this.lineStart = matrix;
  }

  private nextLine({ text }: GraphicsState): void {
    this.moveTo(multiply(this.lineStart, [1, 0, 0, 1, 0, -text.leading]));
  }

  private show(shown: readonly Value[], state: GraphicsState): void {
    const { text, fill, stroke, toPage, clip, isClear } = state;
    const ink = text.mode % 4 === 1 ? stroke : fill;
    const isTold = text.mode % 4 !== 2 && !text.font?.isDrawn;
    const painted = { toPage, clip, colour: isTold ? ink.colour : undefined };
    const mode = isClear ? 3 : text.mode;
    const { letters, line } = lettersOf(shown, this.line, { ...text, mode }, painted);
    this.line = line;
    for (const letter of letters) this.marks.letter(letter);
  }

  private font(value: Value | undefined): Font {
    const dict = this.pdf.dict(value);
    const known = dict && this.fonts.get(dict);
    const font = known ?? fontOf(this.pdf, dict);
    if (dict) this.fonts.set(dict, font);
    return font;
  }
}
