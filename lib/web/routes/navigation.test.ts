import { expect, it } from 'vitest';
import { getPathname } from '@/lib/web/routes/navigation';

it('makes the path of a page in each language', () => {
  expect(getPathname({ href: '/', locale: 'fr' })).toBe('/fr');
  expect(getPathname({ href: '/sign-up', locale: 'en' })).toBe('/en/sign-up');
  expect(getPathname({ href: '/sign-up', locale: 'fr' })).toBe('/fr/inscription');
});

it('fills in what a path names', () => {
  const href = {
    pathname: '/claims/[draft]/plaintiffs/[party]',
    params: { draft: 'D-1', party: 'new' },
    query: { from: 'review' },
  } as const;
  expect(getPathname({ href, locale: 'fr' })).toBe('/fr/actions/D-1/demandeurs/new?from=review');
});

it('encodes what is not of an address, and keeps every value of a query', () => {
  const named = { pathname: '/verify/[code]', params: { code: 'é b' } } as const;
  expect(getPathname({ href: named, locale: 'en' })).toBe('/en/verify/%C3%A9%20b');
  const odd = { pathname: '/verify/[code]', params: { code: 'a/b?c' } } as const;
  expect(getPathname({ href: odd, locale: 'en' })).toBe('/en/verify/a%2Fb%3Fc');
  const asked = { pathname: '/court-register', query: { before: ['a', 'b&c'], after: undefined } } as const;
  expect(getPathname({ href: asked, locale: 'en' })).toBe('/en/court-register?before=a&before=b%26c');
});
