import bidiFactory from 'bidi-js';
import { expect, test } from 'vitest';
import { visualRuns } from '@/lib/pdf/letters/visual-order';

test.each([
  ['Roy', ['Roy']],
  ['abc משה כהן def', ['abc ', '<משה כהן', ' def']],
  ['משה 12 כהן', ['< כהן', '12', '<משה ']],
  ['ab ߒߞߏ', ['ab ', '<ߒߞߏ']],
  ['a 𞤀𞤁 😀 𞤂', ['a ', '<𞤀𞤁 😀 𞤂']],
  ['𠮷😀', ['𠮷😀']],
])('%s is shown from left to right as %j', (line, shown) => {
  const runs = visualRuns(bidiFactory(), line);
  expect(runs.map(({ text, isRightToLeft }) => (isRightToLeft ? `<${text}` : text))).toEqual(shown);
});
