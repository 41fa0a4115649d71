/** A part of the terms: its heading, its paragraphs, and a list after them. */
export type TermsSection = { heading: string; paragraphs: string[]; list?: string[] };

/**
 * Terms as staff write them: a line that begins with `#` is a heading, one that begins with `-` an item of a list,
 * any other a paragraph. Empty lines count for nothing. What stands before the first heading is left out.
 */
export function readTerms(text: string): TermsSection[] {
  const sections: TermsSection[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const words = line.replace(/^[#-]\s*/, '');
    if (line.startsWith('#')) sections.push({ heading: words, paragraphs: [] });
    const last = sections.at(-1);
    if (!last || !words || line.startsWith('#')) continue;
    if (line.startsWith('-')) last.list = [...(last.list ?? []), words];
    else last.paragraphs.push(words);
  }
  return sections;
}

/** The terms as `readTerms` reads them. */
export function writeTerms(sections: readonly TermsSection[]): string {
  const lines = sections.flatMap(({ heading, paragraphs, list = [] }) => [
    `# ${heading}`,
    ...paragraphs,
    ...list.map((item) => `- ${item}`),
    '',
  ]);
  return lines.join('\n').trim();
}

/** Whether two texts have the same sections, each with as many paragraphs and items: the same terms in two languages. */
export function areParallel(one: string, other: string): boolean {
  const shapeOf = (text: string) =>
    readTerms(text)
      .map(({ paragraphs, list = [] }) => `${paragraphs.length}/${list.length}`)
      .join();
  return shapeOf(one) === shapeOf(other);
}
