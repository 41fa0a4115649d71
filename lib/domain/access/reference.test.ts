import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isReference, newReference } from '@/lib/domain/access/reference';

it('writes 40 bits as two groups of four', () => {
  expect(newReference('R', Uint8Array.of(0, 0, 0, 0, 0))).toBe('R-0000-0000');
  expect(newReference('D', Uint8Array.of(255, 255, 255, 255, 255))).toBe('D-ZZZZ-ZZZZ');
  expect(newReference('R', Uint8Array.of(0, 0, 0, 0, 1))).toBe('R-0000-0001');
});

it('gives each number its own reference, without I, L, O or U', () => {
  const five = fc.uint8Array({ minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(five, five, (a, b) => {
      const reference = newReference('R', a);
      expect(isReference(reference)).toBe(true);
      expect(reference.slice(1)).not.toMatch(/[ILOU]/);
      expect(reference === newReference('R', b)).toBe(a.join() === b.join());
    }),
  );
});

it('needs its bytes', () => {
  expect(() => newReference('R', new Uint8Array(4))).toThrow(RangeError);
});

it.each(['R-0000-000', 'X-0000-0000', 'R-000U-0000', 'r-0000-0000', 'R-0000-0000\n'])(
  'does not take %j for a reference',
  (text) => {
    expect(isReference(text)).toBe(false);
  },
);
