import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { encodingFor, isHeld, Variants } from '@/lib/web/prepared/variants';

it.each([
  [undefined, undefined],
  ['', undefined],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0,gzip;q=0', undefined],
  ['identity', undefined],
  ['brotli', undefined],
])('encodes for who accepts %j: %s', (accepts, encoding) => {
  expect(encodingFor(accepts)).toBe(encoding);
});

it('has the same page in every encoding, each with a tag of its own', () => {
  const variants = new Variants('<p>é</p>'.repeat(100));
  const [plain, gzip, br] = [variants.in(undefined), variants.in('gzip'), variants.in('br')];
  expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes);
  expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes);
  expect(new Set([plain.etag, gzip.etag, br.etag]).size).toBe(3);
  expect(variants.in('br')).toBe(br);
});

it('gives other tags to other pages', () => {
  expect(new Variants('a').in(undefined).etag).not.toBe(new Variants('b').in(undefined).etag);
});

it.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ['"b"', false],
  ['*', true],
])('knows by %j whether a browser has the page: %s', (header, held) => {
  expect(isHeld(header, '"a"')).toBe(held);
});
