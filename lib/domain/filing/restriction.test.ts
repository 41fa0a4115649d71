import { expect, it } from 'vitest';
import { isClosed, restrictionsIn, titleForOthers } from '@/lib/domain/filing/restriction';

it('closes a court file that is sealed or anonymised, and not one under a publication ban', () => {
  expect([isClosed([]), isClosed(['ban'])]).toEqual([false, false]);
  expect([isClosed(['sealed']), isClosed(['ban', 'anonymised'])]).toEqual([true, true]);
});

it('gives others the title of the order, or none of a sealed file', () => {
  const titled = (restrictions: string) =>
    titleForOthers('Roy v. Doe', { restrictions: restrictionsIn(restrictions), publicTitle: 'A.B. v. C.D.' });
  expect([titled(''), titled('ban')]).toEqual(['Roy v. Doe', 'Roy v. Doe']);
  expect([titled('anonymised'), titled('ban,anonymised')]).toEqual(['A.B. v. C.D.', 'A.B. v. C.D.']);
  expect([titled('sealed'), titled('anonymised,sealed')]).toEqual([null, null]);
});
