import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanName } from '@/lib/domain/claim/file-name';
import { namesAnywhere } from '@/lib/testing/claim/names';

it.each([
  ['Déclaration.pdf', 'Déclaration.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ann\\claim.pdf', 'claim.pdf'],
  ['claim\u0000\r\n.pdf', 'claim.pdf'],
  ['fdp\u202E.exe', 'fdp.exe'],
  ['a"b<c>.pdf', 'a_b_c_.pdf'],
  ['', 'document.pdf'],
  ['..', 'document.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(96)}.pdf`],
  [`${'W\u0331'.repeat(100)}x.pdf`, `${'W\u0331'.repeat(48)}.pdf`],
])('%j is kept as %j', (original, kept) => {
  expect(cleanName(original)).toBe(kept);
});

it.each(namesAnywhere)('%s stays in the name of a file', (name) => {
  expect(cleanName(`${name}.pdf`)).toBe(`${name.normalize('NFC')}.pdf`);
});

it('is short, flat and harmless whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (original) => {
      const name = cleanName(original);
      expect(name).not.toBe('');
      expect(Array.from(name).length).toBeLessThanOrEqual(100);
      expect(name).not.toMatch(/[\p{Cc}\\/"]/u);
      expect(cleanName(name)).toBe(name);
    }),
  );
});
