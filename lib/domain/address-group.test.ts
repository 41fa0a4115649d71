import { expect, it } from 'vitest';
import { addressGroup, plainAddress } from '@/lib/domain/address-group';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('counts %s as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

it('tells an IPv4 address as people know it, and leaves any other as it is', () => {
  expect(plainAddress('::ffff:192.0.2.7')).toBe('192.0.2.7');
  for (const other of ['192.0.2.7', '::1', '::ffff:1', '2001:db8::ffff:1.2.3.4'])
    expect(plainAddress(other)).toBe(other);
});
