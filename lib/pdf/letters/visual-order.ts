import type { Bidi } from 'bidi-js';

/** Letters of a line that run in one direction, in the order of reading. */
export type VisualRun = { text: string; isRightToLeft: boolean };

/**
 * The runs of a line from left to right, by the Unicode Bidirectional Algorithm. The court's own words run
 * from left to right, so each line does.
 */
export function visualRuns(bidi: Bidi, line: string): VisualRun[] {
  const embedding = bidi.getEmbeddingLevels(withStandIns(line), 'ltr');
  const levelAt = (index: number) => embedding.levels[index] ?? 0;
  const runs: { from: number; to: number; level: number }[] = [];
  for (const index of bidi.getReorderedIndices(line, embedding)) {
    const last = runs.at(-1);
    const isNext = last?.level === levelAt(index) && (index === last.to + 1 || index === last.from - 1);
    if (!last || !isNext) runs.push({ from: index, to: index, level: levelAt(index) });
    else Object.assign(last, { from: Math.min(last.from, index), to: Math.max(last.to, index) });
  }
  return runs.map(({ from, to, level }) => ({
    text: line.slice(from, to + 1),
    isRightToLeft: level % 2 === 1,
  }));
}

/**
 * The library knows no character beyond U+FFFF. Each has two places in a text, and two letters or symbols of
 * the same direction stand in for it.
 */
function withStandIns(line: string): string {
  return line
    .replace(/[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu, 'אא')
    .replace(/[\u{10000}-\u{10ffff}]/gu, (sign) => (/\p{S}/u.test(sign) ? '☺☺' : sign));
}
