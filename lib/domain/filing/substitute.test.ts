import { expect, it } from 'vitest';
import { compareTexts } from '@/lib/domain/filing/substitute';

it('finds the same text however it is set', () => {
  const same = compareTexts('The  office\nof the ﬁling', 'The office of\u00ad the filing');
  expect(same).toEqual({ isSame: true, removed: [], added: [] });
});

it('shows what was taken out and what was put in', () => {
  expect(compareTexts('pay ten thousand dollars to Ann', 'pay twenty dollars to Ann')).toEqual({
    isSame: false,
    removed: ['ten thousand'],
    added: ['twenty'],
  });
});

it('says where there is no text to compare, and shows no more than fits', () => {
  expect(compareTexts(null, 'a')).toEqual({ isSame: null, removed: [], added: [] });
  const many = Array.from({ length: 500 }, (_, n) => `w${n} x`);
  const changed = compareTexts(many.join(' '), many.map((pair) => `${pair}y`).join(' '));
  expect(changed.removed).toHaveLength(50);
  expect(compareTexts('a '.repeat(9_000), 'b '.repeat(9_000))).toEqual({
    isSame: false,
    removed: [],
    added: [],
  });
});
