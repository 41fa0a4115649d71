import type { TextLine } from '@/lib/domain/claim/reading/line';

const [column, row, size] = [6, 14, 12];

/** Lines of typewritten pages: three spaces part columns, a form feed parts pages. */
export function typedLines(typed: string): TextLine[] {
  return typed.split('\f').flatMap((page, number) =>
    page.split('\n').flatMap((line, n) =>
      [...line.matchAll(/\S(?:.*?\S)??(?=\s{3}|\s*$)/g)].map((part) => ({
        page: number + 1,
        text: part[0],
        x: 72 + part.index * column,
        end: 72 + (part.index + part[0].length) * column,
        y: 72 + n * row,
        size,
      })),
    ),
  );
}
