import { expect, it } from 'vitest';
import { nextSort, sortOf, sortParam } from '@/lib/domain/sorting';

const columns = ['court', 'received'] as const;

it('reads an order of a column that is allowed, and no other', () => {
  expect(sortOf(columns, 'court')).toEqual({ by: 'court', descending: false });
  expect(sortOf(columns, '-received')).toEqual({ by: 'received', descending: true });
  for (const asked of ['title', '--court', 'court desc', '', '-', undefined, ['court'], 7])
    expect(sortOf(columns, asked), String(asked)).toBeUndefined();
});

it('is written as it is read', () => {
  for (const asked of ['court', '-court']) {
    const sort = sortOf(columns, asked);
    expect(sort && sortParam(sort)).toBe(asked);
  }
});

it('is turned round by the heading of the column that orders the list already', () => {
  expect(nextSort('court', undefined)).toEqual({ by: 'court', descending: false });
  expect(nextSort('court', { by: 'received', descending: true })).toEqual({ by: 'court', descending: false });
  expect(nextSort('court', { by: 'court', descending: false })).toEqual({ by: 'court', descending: true });
  expect(nextSort('court', { by: 'court', descending: true })).toEqual({ by: 'court', descending: false });
});
