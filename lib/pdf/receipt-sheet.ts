import * as fontkit from 'fontkit';
import { PDFDocument, type PDFPage } from 'pdf-lib';
import { Typeface } from '@/lib/pdf/typeface';

/** A receipt's words, from top to bottom, in the language of its reader. */
export type ReceiptSheet = {
  locale: 'en' | 'fr';
  title: string;
  /** Stands at the foot of every page. */
  footer: string;
  /** The instant of receipt, in UTC (ISO): the document's own date. */
  at: string;
  parts: ({ heading: string } | { text: string } | { label: string; value: string })[];
};

const [width, height, margin] = [612, 792, 72];
const column = width - 2 * margin;
const line = 1.45;

/** How a paragraph is set, in points. */
type Look = { face: Typeface; size: number; before?: number; after: number; withNext?: boolean };

/** Letter-size pages with a title, a language and text that can be searched and read aloud. */
export async function drawReceipt(sheet: ReceiptSheet): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  document.setTitle(sheet.title, { showInWindowTitleBar: true });
  document.setLanguage(sheet.locale === 'fr' ? 'fr-CA' : 'en-CA');
  document.setProducer('Civil Claims Online');
  document.setCreator('Civil Claims Online');
  document.setCreationDate(new Date(sheet.at));
  document.setModificationDate(new Date(sheet.at));
  const text = JSON.stringify([sheet.title, sheet.footer, sheet.parts]);
  const regular = await Typeface.embed(document, 400, text);
  const bold = await Typeface.embed(document, 700, text);
  const paper = new Paper(document, regular, sheet.footer);
  paper.write(sheet.title, { face: bold, size: 20, after: 14 });
  for (const part of sheet.parts) {
    if ('heading' in part) {
      paper.write(part.heading, { face: bold, size: 13, before: 10, after: 6, withNext: true });
    } else if ('text' in part) paper.write(part.text, { face: regular, size: 10, after: 8 });
    else {
      paper.write(part.label, { face: bold, size: 9, after: 0, withNext: true });
      paper.write(part.value, { face: regular, size: 10.5, after: 8 });
    }
  }
  return document.save({ useObjectStreams: false });
}

/** Pages that fill from the top; a new one begins where the last is full. */
class Paper {
  private page: PDFPage;
  private y = height - margin;

  constructor(
    private readonly document: PDFDocument,
    private readonly face: Typeface,
    private readonly footer: string,
  ) {
    this.page = this.begin();
  }

  /** A paragraph; one that goes with the next does not end a page. */
  write(text: string, { face, size, before = 0, after, withNext = false }: Look): void {
    this.y -= before;
    for (const words of wrap(text, face, size)) {
      if (this.y - size * line * (withNext ? 3 : 1) < margin) this.page = this.begin();
      this.y -= size * line;
      face.draw(this.page, words, { x: margin, y: this.y, size });
    }
    this.y -= after;
  }

  private begin(): PDFPage {
    const page = this.document.addPage([width, height]);
    this.y = height - margin;
    this.face.draw(page, this.footer, { x: margin, y: margin / 2, size: 8 });
    return page;
  }
}

/** Lines no wider than the column; a word that is wider by itself is broken. */
function wrap(text: string, face: Typeface, size: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, face, size))) {
    const longer = current ? `${current} ${word}` : word;
    if (current && face.width(longer, size) > column) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

function pieces(word: string, face: Typeface, size: number): string[] {
  if (face.width(word, size) <= column) return [word];
  const letters = [...word];
  let end = letters.length;
  while (end > 1 && face.width(letters.slice(0, end).join(''), size) > column) end -= 1;
  return [letters.slice(0, end).join(''), ...pieces(letters.slice(end).join(''), face, size)];
}
