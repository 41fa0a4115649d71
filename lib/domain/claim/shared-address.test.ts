import { expect, it } from 'vitest';
import { addressed, withSharedAddress } from '@/lib/domain/claim/shared-address';

const home = { address: '1 Main St', city: 'Barrie', country: 'CA', province: 'ON', postalCode: 'L4M 3P2' };
const parties = [
  { id: 'a', role: 'plaintiff' as const, lastName: 'Roy', ...home },
  { id: 'b', role: 'defendant' as const, addressUnknown: 'on' },
];

it('offers the parties that have an address, and not the party itself', () => {
  expect(addressed(parties, 'b').map(({ id }) => id)).toEqual(['a']);
  expect(addressed(parties, 'a')).toEqual([]);
});

it('gives the address of the party that was chosen, in place of what stood there', () => {
  const typed = { lastName: 'Doe', city: 'Orillia', addressUnknown: 'on' };
  expect(withSharedAddress({ ...typed, sameAddressAs: 'a' }, parties)).toMatchObject({
    ...{ ...home, lastName: 'Doe', addressUnknown: '' },
  });
  expect(withSharedAddress({ ...typed, sameAddressAs: 'x' }, parties)).toMatchObject(typed);
});
