import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { PDFDocument, type PDFFont, type PDFPage } from 'pdf-lib';

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
const line = 1.45;

type Fonts = { regular: PDFFont; bold: PDFFont };

/** Letter-size pages with a title, a language and text that can be searched and read aloud. */
export async function drawReceipt(sheet: ReceiptSheet): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(sheet.title, { showInWindowTitleBar: true });
  document.setLanguage(sheet.locale === 'fr' ? 'fr-CA' : 'en-CA');
  document.setProducer('Civil Claims Online');
  document.setCreator('Civil Claims Online');
  document.setCreationDate(new Date(sheet.at));
  document.setModificationDate(new Date(sheet.at));
  const fonts = await embedFonts(document);
  const paper = new Paper(document, fonts, sheet.footer);
  paper.write(sheet.title, fonts.bold, 20, 14);
  for (const part of sheet.parts) {
    if ('heading' in part) paper.write(part.heading, fonts.bold, 13, 6, 10);
    else if ('text' in part) paper.write(part.text, fonts.regular, 10, 8);
    else {
      paper.write(part.label, fonts.bold, 9, 0);
      paper.write(part.value, fonts.regular, 10.5, 8);
    }
  }
  return document.save({ useObjectStreams: false });
}

async function embedFonts(document: PDFDocument): Promise<Fonts> {
  document.registerFontkit(fontkit);
  const embed = (weight: number) =>
    document.embedFont(
      readFileSync(
        createRequire(import.meta.url).resolve(
          `@fontsource/open-sans/files/open-sans-latin-${weight}-normal.woff`,
        ),
      ),
      { subset: true },
    );
  return { regular: await embed(400), bold: await embed(700) };
}

/** Pages that fill from the top; a new one begins where the last is full. */
class Paper {
  private page: PDFPage;
  private y = height - margin;

  constructor(
    private readonly document: PDFDocument,
    private readonly fonts: Fonts,
    private readonly footer: string,
  ) {
    this.page = this.begin();
  }

  /** A paragraph, with space after it and before it. */
  write(text: string, font: PDFFont, size: number, after: number, before = 0): void {
    this.y -= before;
    for (const words of wrap(known(text, font), font, size)) {
      if (this.y - size * line < margin) this.page = this.begin();
      this.y -= size * line;
      this.page.drawText(words, { x: margin, y: this.y, size, font });
    }
    this.y -= after;
  }

  private begin(): PDFPage {
    const page = this.document.addPage([width, height]);
    this.y = height - margin;
    page.drawText(this.footer, { x: margin, y: margin / 2, size: 8, font: this.fonts.regular });
    return page;
  }
}

/** What the font cannot show is shown as a question mark; a file may have any name. */
function known(text: string, font: PDFFont): string {
  const characters = new Set(font.getCharacterSet());
  const normal = text.normalize('NFC').replace(/[\s\u00a0\u202f]/g, ' ');
  return [...normal].map((letter) => (characters.has(letter.codePointAt(0) ?? 0) ? letter : '?')).join('');
}

/** Lines no wider than the column; a word that is wider by itself is broken. */
function wrap(text: string, font: PDFFont, size: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, font, size))) {
    const longer = current ? `${current} ${word}` : word;
    if (current && font.widthOfTextAtSize(longer, size) > width - 2 * margin) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

function pieces(word: string, font: PDFFont, size: number): string[] {
  const room = width - 2 * margin;
  if (font.widthOfTextAtSize(word, size) <= room) return [word];
  let end = word.length;
  while (font.widthOfTextAtSize(word.slice(0, end), size) > room) end -= 1;
  return [word.slice(0, end), ...pieces(word.slice(end), font, size)];
}
