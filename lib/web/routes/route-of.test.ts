import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { handlers, routeOf } from '@/lib/web/routes/route-of';

it('knows every handler that there is', () => {
  const folder = path.resolve(import.meta.dirname, '../../../app/api');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .map((file) => `/api/${path.dirname(file)}`);
  expect([...handlers].sort()).toEqual(found.sort());
});

it.each([
  ['/en', '/[locale]'],
  ['/fr', '/[locale]'],
  ['/', '/'],
  ['/en/sign-in', '/[locale]/sign-in'],
  ['/fr/connexion', '/[locale]/sign-in'],
  ['/fr/actions/D-ABCD-EFGH/demandeurs/new', '/[locale]/claims/[draft]/plaintiffs/[party]'],
  ['/en/transactions/R-ABCD-EFGH', '/[locale]/transactions/[reference]'],
  ['/en/transactions/R-ABCD-EFGH/confirmation', '/[locale]/transactions/[reference]/confirmation'],
  ['/api/documents/1', '/api/documents/[id]'],
  ['/api/ut/a/b', '/api/ut/[...path]'],
  ['/api/health/ready', '/api/health/ready'],
  ['/v/ABC', '/v/[code]'],
  ['/_next/static/chunks/a.js', '/_next'],
])('calls %s %s', (asked, route) => {
  expect(routeOf(asked)).toBe(route);
});

it.each([
  '/en/nobody@example.org',
  '/wp-login.php',
  '/fr/sign-in',
  '/api/recover/',
  '',
  '/en/sign-in/x',
  '__proto__',
])('keeps nothing of %s, which is no address of ours', (asked) => {
  expect(routeOf(asked)).toBe('other');
});
