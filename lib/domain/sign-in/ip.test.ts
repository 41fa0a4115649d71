import { expect, it } from 'vitest';
import { canonicalIp, clientIp, ipGroups, isProxy, parseProxies } from '@/lib/domain/sign-in/ip';

it.each([
  ['192.0.2.7', ['192.0.2.7']],
  ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2::/64', '2001:db8:1::/56']],
  ['2001:db8:1:1ff::1', ['2001:db8:1:1ff::/64', '2001:db8:1:100::/56']],
  ['::1', ['::/64', '::/56']],
  ['unknown', ['unknown']],
])('counts %s in the groups %j', (ip, groups) => {
  expect(ipGroups(ip)).toEqual(groups);
});

it.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8:0001:0::09', '2001:db8:1::9'],
  ['fe80::1%eth0', 'fe80::1'],
  [' 192.0.2.7 ', '192.0.2.7'],
])('spells %s as %s', (typed, ip) => {
  expect(canonicalIp(typed)).toBe(ip);
});

it.each(['', 'unknown', '192.0.2', '0x7f000001', '192.0.2.7:80', '<script>', '1.2.3.4.5', '::ffff:1.2.3'])(
  'takes %j for no address',
  (typed) => {
    expect(canonicalIp(typed)).toBeUndefined();
  },
);

const proxies = parseProxies('10.0.0.5, 192.0.2.0/24 ::1') ?? [];

it.each([
  ['nobody is in front', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['one server is', '10.0.0.5', '198.51.100.1', '198.51.100.1'],
  ['the visitor wrote the left part', '10.0.0.5', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  ['two servers are', '::1', '6.6.6.6, 198.51.100.1, 192.0.2.44', '198.51.100.1'],
  ['the list holds no address', '10.0.0.5', 'evil, unknown', '10.0.0.5'],
  ['the list is missing', '10.0.0.5', undefined, '10.0.0.5'],
  ['all are servers in front', '10.0.0.5', '192.0.2.1', '192.0.2.1'],
])('finds the visitor where %s', (_, socket, forwarded, found) => {
  expect(clientIp(socket, forwarded, proxies)).toBe(found);
});

it('reads a list of servers in front, and refuses what is none', () => {
  expect(parseProxies('')).toEqual([]);
  expect(parseProxies('10.0.0.0/33')).toBeNull();
  expect(parseProxies('front.example.org')).toBeNull();
  expect(isProxy('::ffff:10.0.0.5', proxies)).toBe(true);
  expect(isProxy('10.0.0.6', proxies)).toBe(false);
});
