import { expect, it } from 'vitest';
import { changedFields, savedElsewhere } from '@/lib/domain/claim/draft/saved-part';

const parts = { court: { version: 3, tab: 'one', at: '2026-11-24T15:42:00.000Z' } };

it('is a save of another page that this one has not seen', () => {
  expect(savedElsewhere(parts, 'court', { version: 2, tab: 'two' })).toEqual(parts.court);
  expect(savedElsewhere(parts, 'court', { version: 3, tab: 'two' })).toBeUndefined();
  expect(savedElsewhere(parts, 'court', { version: 2, tab: 'one' })).toBeUndefined();
  expect(savedElsewhere(parts, 'nature', { version: 0, tab: 'two' })).toBeUndefined();
});

it('names the fields that differ, and takes a missing entry for an empty one', () => {
  const saved = { lastName: 'Roy', city: 'Ottawa' };
  const fields = ['lastName', 'firstName', 'city', 'phone'];
  expect(changedFields(fields, { lastName: 'Roy', firstName: '', phone: '1' }, saved)).toEqual([
    { field: 'city', yours: '', saved: 'Ottawa' },
    { field: 'phone', yours: '1', saved: '' },
  ]);
});
