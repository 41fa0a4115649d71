import { expect, test } from 'vitest';
import { withPlainImages } from '@/lib/pdf/pdf-js/plain-images';

const plain = (text: string) => Buffer.from(withPlainImages(Buffer.from(text, 'latin1'))).toString('latin1');
const image = (more: string) =>
  `7 0 obj\n<< /Type /XObject /Subtype /Image /Width 10000 /Height 10000 /BitsPerComponent 8 ${more} >>\nstream\nDATA`;

test('an image becomes a mask of one pixel with its data, and nothing moves', () => {
  const text = `%PDF-1.7\n${image('/ColorSpace /DeviceRGB /Filter /DCTDecode /Length 4')}\nendstream endobj`;
  const found = plain(text);
  expect(found.length).toBe(text.length);
  expect(found.indexOf('stream\nDATA')).toBe(text.indexOf('stream\nDATA'));
  expect(found.replace(/ +/g, ' ')).toBe(
    '%PDF-1.7\n7 0 obj <</Subtype/Image/Width 1/Height 1/ImageMask true/Length 4>> stream\nDATA\nendstream endobj',
  );
});

test('a length that stands elsewhere is kept, and a length in the parameters of a filter is none', () => {
  expect(plain(image('/Length 12 0 R'))).toContain('/ImageMask true/Length 12 0 R>>');
  expect(plain(image('/DecodeParms << /K -1 >> /Length 4'))).toContain('/ImageMask true/Length 4>>');
});

test('what is no image stays as it is, and so do the bytes handed in', () => {
  const form = '7 0 obj << /Type /XObject /Subtype /Form /Length 4 >>\nstream\n/Subtype /Image endstream';
  expect(plain(form)).toBe(form);
  const names = '7 0 obj << /Subtype /ImageMap /Width 1 /Height 1 /Length 4 >> stream';
  expect(plain(names)).toBe(names);
  const bytes = Buffer.from(image('/Length 4'));
  withPlainImages(bytes);
  expect(bytes.toString()).toBe(image('/Length 4'));
});
