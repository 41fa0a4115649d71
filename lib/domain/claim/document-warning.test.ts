import { expect, test } from 'vitest';
import { pageRanges } from '@/lib/domain/claim/document-warning';

test.each([
  [[], []],
  [[3], ['3']],
  [[1, 2, 3], ['1–3']],
  [
    [2, 4, 5, 6, 9],
    ['2', '4–6', '9'],
  ],
])('the pages %j are written as %j', (pages, ranges) => {
  expect(pageRanges(pages)).toEqual(ranges);
});
