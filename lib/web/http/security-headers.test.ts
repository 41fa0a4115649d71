import { expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  preparedPolicy,
  securityHeaders,
  strictTransport,
} from '@/lib/web/http/security-headers';

const all = new Map(securityHeaders);

it('lets pages use our own styles and fonts, and the scripts of their own response alone', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'/);
  for (const part of [`base-uri 'none'`, `frame-ancestors 'none'`, `object-src 'none'`, 'report-to csp'])
    expect(policy).toContain(part);
});

it('lets pages that are made for one request frame answers of our own alone, and kept pages nothing', () => {
  expect(contentSecurityPolicy('abc')).toContain(`frame-src 'self';`);
  expect(preparedPolicy([])).not.toContain('frame-src');
});

it('lets what is no page do nothing in a browser', () => {
  expect(all.get('content-security-policy')).toMatch(/^default-src 'none'; /);
  expect(all.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
});

it('leaves passkeys to our own pages and devices to nobody', () => {
  expect(all.get('permissions-policy')).toContain('camera=()');
  expect(all.get('permissions-policy')).toContain('publickey-credentials-get=(self)');
  expect(all.get('permissions-policy')).toContain('publickey-credentials-create=(self)');
});

it('promises https only where the service is reached by it', () => {
  expect(all.has('strict-transport-security')).toBe(false);
});

it('promises https for the hosts below ours, and to the lists of browsers, only where that is asked for', () => {
  expect(strictTransport('own-host')).toBe('max-age=63072000');
  expect(strictTransport('subdomains')).toBe('max-age=63072000; includeSubDomains');
  expect(strictTransport('preload')).toBe('max-age=63072000; includeSubDomains; preload');
});

it('runs on a page that is kept for everybody the scripts of its hashes alone, and none where it has none', () => {
  expect(preparedPolicy([`'self'`, `'sha256-abc'`])).toMatch(
    /^default-src 'none'; script-src 'self' 'sha256-abc'( 'unsafe-eval')?; style-src 'self'/,
  );
  expect(preparedPolicy([])).not.toMatch(/script-src 'self'|nonce|sha256/);
});
