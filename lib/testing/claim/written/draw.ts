import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';
import type { Part } from '@/lib/testing/claim/written/body';

/** How a program draws the same pages. */
export type Drawn = {
  /** Each word by itself, as justified text is; each letter, as some programs do. */
  by: 'line' | 'word' | 'letter';
  /** Headings with spaces between their letters. */
  spaced?: boolean;
  /** Pieces of a page in no order. */
  shuffled?: boolean;
  /** The backsheet on a page turned to its side. */
  sideways?: boolean;
  /** Names at the left, marks on the row of the last name. */
  ledger?: boolean;
  /** Names in the fields of a form. */
  fields?: boolean;
  /** Text that nobody sees, over a picture, with the faults of a reading machine. */
  scanned?: boolean;
};

const width = 612;
const height = 792;
const margin = 72;
const size = 12;

type Stroke = { text: string; x: number; y: number; bold: boolean; field?: boolean };

class Sheet {
  strokes: Stroke[] = [];
  pages: Stroke[][] = [this.strokes];
  y = height - margin;
  constructor(
    readonly plain: PDFFont,
    readonly bold: PDFFont,
    readonly drawn: Drawn,
  ) {}

  turnPage() {
    this.strokes = [];
    this.pages.push(this.strokes);
    this.y = height - margin;
  }

  line(text: string, where: 'left' | 'right' | 'centre', bold = false, from = margin, to = width - margin) {
    const font = bold ? this.bold : this.plain;
    if (this.y < margin) this.turnPage();
    const room = to - from - widthOf(text, font);
    const x = from + { left: 0, right: room, centre: room / 2 }[where];
    this.strokes.push({ text, x, y: this.y, bold });
  }

  down(lines = 1) {
    this.y -= lines * 15;
  }
}

/** Draws a document with pdf-lib. */
export async function drawnPdf(parts: Part[], drawn: Drawn): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const plain = await pdf.embedFont(StandardFonts.TimesRoman);
  const bold = await pdf.embedFont(StandardFonts.TimesRomanBold);
  const sheet = new Sheet(plain, bold, drawn);
  for (const part of parts) put(sheet, part);
  const backsheet = parts.some((part) => part.is === 'backsheet');
  sheet.pages.forEach((strokes, i) => {
    const isSideways = Boolean(drawn.sideways) && backsheet && i === sheet.pages.length - 1;
    const page = pdf.addPage([width, height]);
    const ordered = drawn.shuffled ? strokes.toSorted((a, b) => hash(a) - hash(b)) : strokes;
    if (isSideways) page.setRotation(degrees(90));
    for (const [n, stroke] of ordered.entries()) {
      if (stroke.field) fill(pdf, page, stroke, `names ${i} ${n}`);
      else ink(page, stroke, sheet, isSideways);
    }
  });
  return pdf.save();
}

function fill(pdf: PDFDocument, page: PDFPage, { text, x, y }: Stroke, name: string): void {
  const field = pdf.getForm().createTextField(name);
  field.enableMultiline();
  field.addToPage(page, { x, y, width: width - 2 * margin, height: 70 });
  field.setFontSize(11);
  field.setText(text);
}

const hash = ({ text, x, y }: Stroke) => (text.length * 7919 + Math.round(x * 31 + y * 17)) % 101;

function put(sheet: Sheet, part: Part): void {
  if (part.is === 'gap') sheet.down();
  else if (part.is === 'page') sheet.turnPage();
  else if (part.is === 'title') putTitle(sheet, part.names, part.mark);
  else if (part.is === 'backsheet') putBacksheet(sheet, part.rows);
  else if (part.is === 'paragraph') putParagraph(sheet, part.text);
  else if (part.is === 'heading') {
    sheet.line(sheet.drawn.spaced ? [...part.text].join(' ') : part.text, 'centre', true);
    sheet.down();
  } else {
    sheet.line(part.text, part.is);
    sheet.down();
  }
}

function putParagraph(sheet: Sheet, text: string): void {
  for (const line of wrapped(text, sheet.plain, width - 2 * margin)) {
    sheet.line(line, 'left');
    sheet.down();
  }
  sheet.down(0.5);
}

function putTitle(sheet: Sheet, names: string[], mark: string): void {
  sheet.down();
  if (sheet.drawn.fields) {
    putFields(sheet, names, mark);
    return;
  }
  const [room, where] = sheet.drawn.ledger ? [300, 'left' as const] : [width - 2 * margin, 'centre' as const];
  const lines = names.flatMap((name) => wrapped(name, sheet.bold, room));
  lines.forEach((line, i) => {
    sheet.line(line, where, true);
    if (sheet.drawn.ledger && i === lines.length - 1) sheet.line(mark, 'right');
    sheet.down();
  });
  if (!sheet.drawn.ledger) sheet.line(mark, 'right');
  sheet.down(1.5);
}

/** A field that holds all names of a side. */
function putFields(sheet: Sheet, names: string[], mark: string): void {
  sheet.strokes.push({ text: names.join('\n'), x: margin, y: sheet.y - 60, bold: false, field: true });
  sheet.down(5);
  sheet.line(mark, 'right');
  sheet.down(1.5);
}

function putBacksheet(sheet: Sheet, rows: [string, string][]): void {
  for (const [left, right] of rows) {
    const lefts = wrapped(left, sheet.plain, 210);
    const rights = wrapped(right, sheet.plain, 210);
    for (let i = 0; i < Math.max(lefts.length, rights.length); i += 1) {
      if (lefts[i]) sheet.line(lefts[i] ?? '', 'left', false, margin);
      if (rights[i]) sheet.line(rights[i] ?? '', 'left', false, 320);
      sheet.down();
    }
  }
}

function wrapped(text: string, font: PDFFont, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, font) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function ink(page: PDFPage, { text, x, y, bold }: Stroke, sheet: Sheet, isSideways: boolean): void {
  const font = bold ? sheet.bold : sheet.plain;
  let from = 0;
  for (const piece of piecesOf(sheet.drawn.scanned ? misread(text) : text, sheet.drawn.by)) {
    const at = x + widthOf(text.slice(0, from), font);
    from += piece.length;
    if (!piece.trim()) continue;
    // On a page turned by 90 degrees text that is read upright runs up the sheet.
    const place = isSideways ? { x: height - y, y: at, rotate: degrees(90) } : { x: at, y };
    page.drawText(piece, { ...place, size, font });
  }
}

/** Letter by letter, as pdf-lib draws: it measures with kerning that it does not draw. */
const widthOf = (text: string, font: PDFFont) =>
  [...text].reduce((sum, letter) => sum + font.widthOfTextAtSize(letter, size), 0);

function piecesOf(text: string, by: Drawn['by']): string[] {
  if (by === 'line') return [text];
  return by === 'word' ? text.split(/(?<=\s)/) : [...text];
}

/** What a machine that reads a scan mistakes, where it is no name. */
function misread(text: string): string {
  return text
    .replace(/^BETWEEN:/, 'BETWEEN;')
    .replace('SUPERIOR COURT', 'SUPERlOR COURT')
    .replace(/^Plaintiff/, 'PIaintiff')
    .replace(/^Defendant/, 'Defendant.')
    .replace('STATEMENT OF CLAIM', 'STATEMENT OF CLA1M');
}
