import { op } from '@/lib/pdf/syntax/write';

/**
 * A glyph: its code, four hexadecimal digits, and its width in the font. A shaped glyph also says how far it
 * moves the pen, and how far from the pen it stands. All in ems.
 */
export type Glyph = { code: string; width: number; advance?: number; x?: number; y?: number };

/**
 * Glyphs of one font from left to right, and their width in ems. Asking for the glyphs puts them into the
 * font, so only what is drawn asks for them. `says` is their text where the glyphs alone do not tell it.
 */
export type Piece = {
  font: string;
  width: number;
  glyphs: () => Glyph[];
  says?: string | undefined;
};

/** The width of a line in ems. */
export function widthOf(pieces: Piece[]): number {
  return pieces.reduce((sum, { width }) => sum + width, 0);
}

/** The operators that show a line within a text object. */
export function show(size: number, pieces: Piece[]): string {
  return pieces
    .map(({ font, glyphs: drawn, says }) => {
      const glyphs = drawn();
      const shown = placed(glyphs) ? showPlaced(size, glyphs) : showInARow(glyphs);
      const content = `/${font} ${op('Tf', size)}${shown}`;
      return says === undefined ? content : phrase(says, content);
    })
    .join('');
}

/** Readers that copy or speak what the content shows get `text`; ISO 32000-2, 14.9.4. */
export function phrase(text: string, content: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `/Span <</ActualText <${bytes.toString('hex')}>>> BDC\n${content}EMC\n`;
}

const placed = (glyphs: Glyph[]) => glyphs.some(({ advance }) => advance !== undefined);
const showInARow = (glyphs: Glyph[]) => `<${glyphs.map(({ code }) => code).join('')}> Tj\n`;

/** A font's own widths move the pen. Each difference from the shaped line is made up for; ISO 32000-2, 9.4.3. */
function showPlaced(size: number, glyphs: Glyph[]): string {
  let content = '[';
  let rise = 0;
  let behind = 0;
  const catchUp = () => {
    const thousandths = Math.round(1000 * behind);
    if (thousandths !== 0) content += ` ${-thousandths} `;
    behind -= thousandths / 1000;
  };
  for (const { code, width, advance = width, x = 0, y = 0 } of glyphs) {
    if (y !== rise) content += `] TJ\n${op('Ts', y * size)}[`;
    rise = y;
    behind += x;
    catchUp();
    content += `<${code}>`;
    behind += advance - width - x;
  }
  catchUp();
  return `${content}] TJ\n${rise === 0 ? '' : op('Ts', 0)}`;
}
