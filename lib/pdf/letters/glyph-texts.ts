/** A glyph with where its letters begin in the text, how far it moves the pen, and where from the pen it stands. */
export type Shaped = { glyph: number; start: number; advance: number; x: number; y: number };

/**
 * The text that each glyph of a shaped line shows. HarfBuzz says where in the text the letters of each glyph
 * begin. A cluster's letters go to its glyphs in the order of reading, so that the texts of all glyphs, read
 * in that order, are the line. A glyph beyond the letters of its cluster shows no text.
 */
export function textsOf(text: string, glyphs: Shaped[], isRightToLeft: boolean): string[] {
  const texts = glyphs.map(() => '');
  const clusters = new Map<number, number[]>();
  for (const [i, { start }] of glyphs.entries()) clusters.set(start, [...(clusters.get(start) ?? []), i]);
  const starts = [...clusters.keys()].sort((a, b) => a - b);
  for (const [n, start] of starts.entries()) {
    const its = clusters.get(start) ?? [];
    if (isRightToLeft) its.reverse();
    const letters = [...text.slice(start, starts[n + 1])];
    const first = Math.max(1, letters.length - its.length + 1);
    for (const i of its) texts[i] = letters.splice(0, i === its[0] ? first : 1).join('');
  }
  return texts;
}

/**
 * Puts the last letter of a line after its marks. Readers take the place where the last glyph ends for the end
 * of the text, and would see a gap after a mark. Every glyph keeps its place.
 */
export function endingInLetter(glyphs: Shaped[]): Shaped[] {
  const start = glyphs.findLastIndex(({ advance }) => advance !== 0);
  const [letter, ...marks] = glyphs.slice(start);
  if (start < 0 || !letter) return glyphs;
  const { advance } = letter;
  const before = marks.map((mark) => ({ ...mark, x: mark.x + advance }));
  return [...glyphs.slice(0, start), ...before, letter];
}

/** A CMap from codes to texts; ISO 32000-2, 9.10.3. */
export function toUnicode(codes: { code: string; text: string }[]): string {
  const lines = codes.map(
    ({ code, text }) =>
      `<${code}> <${Buffer.from(text || silent, 'utf16le')
        .swap16()
        .toString('hex')}>\n`,
  );
  const blocks = Array.from({ length: Math.ceil(lines.length / longestBlock) }, (_, n) => {
    const block = lines.slice(n * longestBlock, (n + 1) * longestBlock);
    return `${block.length} beginbfchar\n${block.join('')}endbfchar\n`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** Readers ignore it. Of a code without a text some make a text of their own. */
const silent = '\u2060';

/** Adobe Technical Note 5014. */
const longestBlock = 100;
