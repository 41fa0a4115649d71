import { expect, it } from 'vitest';
import { foldSearch, searchText } from '@/lib/domain/search';

it('folds accents, capitals, ligatures and white space', () => {
  expect(foldSearch('  ZOÉ\u00a0 Œuvre ﬁrst ')).toBe('zoe œuvre first');
});

it('holds everything a filing can be found by, and nothing empty', () => {
  const contact = { firstName: 'Zoé', lastName: 'Côté', firm: '' };
  const text = searchText({ reference: 'R-7K3M-9QX2', contact, partyNames: ['Ann Ironwood', 'Acme Ltd.'] });
  expect(text.split('\n')).toEqual(['r-7k3m-9qx2', 'zoe cote', 'ann ironwood', 'acme ltd.']);
});
