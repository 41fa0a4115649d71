import { expect, test } from 'vitest';
import { nextPath } from '@/lib/web/routes/next-path';

test.each(['/en/account', '/fr/actions/K7QX-4M2P/demandeurs', '/fr/'])('goes on to %s', (path) => {
  expect(nextPath(path)).toBe(path);
});

test.each([
  'https://elsewhere.example/en/account',
  '//elsewhere.example/en/',
  '/en//elsewhere.example',
  '/en/\\elsewhere.example',
  '/\\elsewhere.example',
  '/de/account',
  '/english',
  '/en/account\n/x',
  '/en/account?next=https://elsewhere.example',
  ['/en/account', '/en/account'],
  undefined,
])('does not go on to %s', (path) => {
  expect(nextPath(path)).toBeUndefined();
});
