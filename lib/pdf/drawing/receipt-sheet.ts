import * as fontkit from 'fontkit';
import { PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib';
import { Typeface } from '@/lib/pdf/drawing/typeface';
import { show, widthOf } from '@/lib/pdf/letters/glyph';
import { lettersIn } from '@/lib/pdf/letters/scripts';
import { op } from '@/lib/pdf/syntax/write';

/** A receipt's words, from top to bottom, in the language of its reader. */
export type ReceiptSheet = {
  locale: 'en' | 'fr';
  title: string;
  /** Printed at the foot of every page. */
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

/** Draws Letter-size pages with a title, a language, and text that can be searched and read aloud. */
export async function drawReceipt(sheet: ReceiptSheet): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  document.setTitle(sheet.title, { showInWindowTitleBar: true });
  document.setLanguage(sheet.locale === 'fr' ? 'fr-CA' : 'en-CA');
  document.setProducer('Civil Claims Online');
  document.setCreator('Civil Claims Online');
  document.setCreationDate(new Date(sheet.at));
  document.setModificationDate(new Date(sheet.at));
  const regular = await Typeface.embed(document, 400, [sheet.footer, ...sheet.parts.map(wordsOf)]);
  const bold = await Typeface.embed(document, 700, [sheet.title, ...sheet.parts.map(headOf)]);
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
  paper.finish([...regular.fonts(document), ...bold.fonts(document)]);
  return document.save({ useObjectStreams: false });
}

type Part = ReceiptSheet['parts'][number];
const headOf = (part: Part) => ('heading' in part ? part.heading : 'label' in part ? part.label : '');
const wordsOf = (part: Part) => ('text' in part ? part.text : 'value' in part ? part.value : '');

/** Pages that fill from the top. A full page starts a new one. */
class Paper {
  private readonly pages: { page: PDFPage; content: string[] }[] = [];
  private y = 0;

  constructor(
    private readonly document: PDFDocument,
    private readonly face: Typeface,
    private readonly footer: string,
  ) {
    this.begin();
  }

  /** Writes a paragraph. One marked `withNext` is never the last on a page. */
  write(text: string, { face, size, before = 0, after, withNext = false }: Look): void {
    this.y -= before;
    for (const words of wrap(text, face, size)) {
      if (this.y - size * line * (withNext ? 3 : 1) < margin) this.begin();
      this.y -= size * line;
      this.draw(face, words, size, this.y);
    }
    this.y -= after;
  }

  /** Puts what was written onto the pages, with the fonts that it names. */
  finish(fonts: [string, PDFRef][]): void {
    const { context } = this.document;
    const shared = context.register(context.obj(Object.fromEntries(fonts)));
    for (const { page, content } of this.pages) {
      page.node.set(PDFName.of('Resources'), context.obj({ Font: shared }));
      page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content.join(''))));
    }
  }

  private begin(): void {
    this.pages.push({ page: this.document.addPage([width, height]), content: [] });
    this.y = height - margin;
    this.draw(this.face, this.footer, 8, margin / 2);
  }

  private draw(face: Typeface, words: string, size: number, y: number): void {
    this.pages.at(-1)?.content.push(`BT\n${op('Td', margin, y)}${show(size, face.pieces(words))}ET\n`);
  }
}

/** Breaks a text into lines no wider than the column, within a word if the word alone is wider. */
function wrap(text: string, face: Typeface, size: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, face, size))) {
    const longer = current ? `${current} ${word}` : word;
    if (current && size * widthOf(face.pieces(longer)) > column) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

function pieces(word: string, face: Typeface, size: number): string[] {
  if (size * widthOf(face.pieces(word)) <= column) return [word];
  const letters = lettersIn(word);
  let [end, used] = [0, 0];
  for (const letter of letters) {
    used += size * widthOf(face.pieces(letter));
    if (end > 0 && used > column) break;
    end += 1;
  }
  return [letters.slice(0, end).join(''), ...pieces(letters.slice(end).join(''), face, size)];
}
