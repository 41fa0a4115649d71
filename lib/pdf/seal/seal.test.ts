import { expect, test } from 'vitest';
import { claimPdf, encryptedPdf } from '@/e2e/fixtures/pdfs';
import { readSealMark } from '@/lib/domain/register/verification';
import { readForm } from '@/lib/pdf/read/form';
import { countPages } from '@/lib/pdf/read/page-tree';
import type { Place } from '@/lib/pdf/read/seal-order';
import { seal } from '@/lib/pdf/seal/seal';
import { withPdf } from '@/lib/pdf/syntax/open';
import { pageFile, signedFile } from '@/lib/testing/pdf/files';
import {
  describeWithReaders,
  faults,
  firstPageText,
  issued,
  lettersOf,
  picture,
  pixelsWhere,
  textOf,
} from '@/lib/testing/pdf/pages';
import { anySigner, byQpdf, corner, sealedAt, sealedWherever } from '@/lib/testing/pdf/seal';

const claim = () => claimPdf({ title: 'Statement of Claim', pages: 2 });
const addedPage: Place = { kind: 'added-page', number: { x: 20, y: 770, scale: 1 }, open: 0 };
const startsWith = (bytes: Uint8Array, start: Uint8Array) =>
  Buffer.compare(bytes.subarray(0, start.length), start) === 0;
const codeOf = (bytes: Uint8Array) =>
  seal(bytes, issued, corner, anySigner).then(
    () => 'sealed',
    (error) => error.code,
  );

/** The file with an empty hole for the signature. */
function unsigned(bytes: Buffer): Buffer {
  const from = bytes.lastIndexOf('/Contents <') + '/Contents <'.length;
  return Buffer.from(bytes).fill('0', from, bytes.indexOf('>', from));
}

describeWithReaders('the seal of a court office', () => {
  const courtOffice = 'ᓀᐦᐃᔭᐤ / W̱SÁNEĆ / 王小明 / محمد / Łódź';
  const order = { ...issued, courtOffice };
  test.each([
    ['on the first page', corner, 1],
    ['on an added page', addedPage, 3],
  ] as const)('with a name in several scripts %s', async (_, place, page) => {
    const bytes = await sealedAt(await claim(), place, order);
    expect(lettersOf(textOf(bytes, page))).toContain(lettersOf(courtOffice));
    expect(faults(bytes)).toBe('nothing');
    expect(unsigned(await sealedAt(await claim(), place, order)).equals(unsigned(bytes))).toBe(true);
  });

  test('in English letters takes no more than it did', async () => {
    const bytes = await claim();
    expect((await sealedAt(bytes)).length - bytes.length).toBeLessThan(46_500);
  });
});

test('the uploaded bytes stay as they are, and the revision bears its mark', async () => {
  const bytes = await claim();
  const sealed = await sealedAt(bytes);
  expect(startsWith(sealed, bytes)).toBe(true);
  expect(readSealMark(sealed)).toEqual({ fileNumber: issued.fileNumber, code: issued.code });
  expect(withPdf(sealed, countPages)).toBe(2);
});

test('all but the signature is the same at every try, and another for another number', async () => {
  const bytes = await claim();
  const once = await sealedAt(bytes);
  expect(unsigned(await sealedAt(bytes)).equals(unsigned(once))).toBe(true);
  const other = await sealedAt(bytes, corner, { ...issued, fileNumber: 'CV-26-00000002-0000' });
  expect(unsigned(other).equals(unsigned(once))).toBe(false);
});

test('the digests are those of the file before and after', async () => {
  const bytes = await claim();
  const { createHash } = await import('node:crypto');
  const hash = (all: Uint8Array) => createHash('sha256').update(all).digest('hex');
  const sealed = await seal(bytes, issued, corner, anySigner);
  expect(sealed.originalSha256).toBe(hash(bytes));
  expect(sealed.sha256).toBe(hash(Buffer.concat([bytes, sealed.revision])));
});

test('a first signature certifies and permits no change: nothing can be sealed after it', async () => {
  const sealed = await sealedAt(await claim());
  expect(sealed.toString('latin1')).toMatch(/\/TransformMethod \/DocMDP \/TransformParams <<[^>]*\/P 1 /);
  expect(await codeOf(sealed)).toBe('certified-final');
});

test('after an earlier signature the content stays, the seal is the field’s own, and nothing is certified', async () => {
  const bytes = signedFile({ catalog: '/NeedAppearances true' });
  const text = (await sealedAt(bytes)).subarray(bytes.length).toString('latin1');
  expect(text).not.toMatch(/DocMDP|NeedAppearances/);
  expect(text).toContain('/Contents 4 0 R');
  expect(withPdf(await sealedAt(bytes), (pdf) => readForm(pdf).isSigned)).toBe(true);
});

test('a signature that covers nothing counts for nothing, and the seal certifies', async () => {
  const bytes = signedFile({ value: '<</Type/Sig/Filter/X/ByteRange[0 9 20 9]/Contents<3082>>>' });
  expect((await sealedAt(bytes)).toString('latin1')).toMatch(/\/TransformMethod \/DocMDP .*\/P 1 /);
});

test('a signed document gets no page added', async () => {
  await expect(sealedAt(signedFile(), addedPage)).rejects.toMatchObject({ code: 'no-room' });
  await expect(sealedAt(await claim(), { kind: 'nowhere' })).rejects.toMatchObject({ code: 'no-room' });
});

test('where there is no room a page at the end carries the seal', async () => {
  const sealed = await sealedAt(await claim(), addedPage);
  expect(withPdf(sealed, countPages)).toBe(3);
});

test.each([
  ['a password', () => encryptedPdf(), 'password'],
  [
    'a form that a program draws',
    () => pageFile({ catalog: '/NeedsRendering true/AcroForm<</XFA 4 0 R>>' }),
    'dynamic-form',
  ],
  ['a script', () => pageFile({ catalog: '/OpenAction<</S/JavaScript/JS()>>' }), 'active-content'],
  ['a file within', () => pageFile({ catalog: '/Collection<<>>' }), 'embedded-files'],
  [
    'a hidden layer',
    () => pageFile({ catalog: '/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>' }),
    'changing-layers',
  ],
  ['nothing', () => new Uint8Array(), 'not-a-pdf'],
])('a file with %s is refused', async (_, bytes, code) => {
  expect(await codeOf(await bytes())).toBe(code);
});

test('another security handler is foreign', async () => {
  const plain = pageFile({}).toString('latin1');
  const encrypted = plain.replace('/Root 1 0 R', '/Root 1 0 R/Encrypt<</Filter/Adobe.PubSec/V 4>>');
  expect(await codeOf(Buffer.from(encrypted, 'latin1'))).toBe('foreign-encryption');
});

test('in a file with tags the drawing is an artifact, elsewhere it is not', async () => {
  const tagged = pageFile({ catalog: '/StructTreeRoot<</Type/StructTreeRoot>>' });
  expect((await sealedAt(tagged)).toString('latin1')).toContain('/Artifact BMC q');
  expect((await sealedAt(await claim())).toString('latin1')).not.toContain('/Artifact');
});

describeWithReaders('files of every structure', () => {
  const encrypt = (bits: string, ...more: string[]) => ['--encrypt', '', 'owner', bits, ...more, '--'];
  test.each([
    ['a table', []],
    ['object streams', ['--object-streams=generate']],
    ['linearisation', ['--linearize']],
    ['linearisation and object streams', ['--linearize', '--object-streams=generate']],
    ['RC4 of 40 bits', ['--allow-weak-crypto', ...encrypt('40')]],
    ['RC4 of 128 bits', ['--allow-weak-crypto', ...encrypt('128', '--use-aes=n')]],
    ['AES of 128 bits', ['--allow-weak-crypto', ...encrypt('128', '--use-aes=y')]],
    ['AES of 256 bits', encrypt('256')],
    ['AES of 256 bits and object streams', ['--object-streams=generate', ...encrypt('256')]],
  ])('with %s are sealed without a fault, and read as before', async (_, options) => {
    const bytes = byQpdf(await claim(), ...options);
    const sealed = await sealedWherever(bytes);
    expect(startsWith(sealed, bytes)).toBe(true);
    expect(faults(sealed)).toBe('nothing');
    const { text } = firstPageText(sealed);
    expect(text).toContain(issued.fileNumber);
    expect(text).toContain('23-NOV-2026');
    expect(text).toContain('NORTHERN ELEVATOR INC.');
  });

  const broken = (change: (text: string) => string) => async () =>
    Buffer.from(change(byQpdf(await claim()).toString('latin1')), 'latin1');
  test.each([
    ['no startxref', broken((text) => text.replace(/startxref\n\d+/, ''))],
    ['a startxref to nowhere', broken((text) => text.replace(/startxref\n\d+/, 'startxref\n7'))],
    [
      'offsets that are wrong',
      broken((text) => text.replace(/^0000000\d{3} 00000 n/gm, '0000000099 00000 n')),
    ],
    ['something before its header', broken((text) => `mail\n${text}`)],
  ])('with %s are mended by the revision', async (_, made) => {
    const bytes = await made();
    const sealed = await sealedWherever(bytes);
    expect(startsWith(sealed, bytes)).toBe(true);
    expect(faults(sealed)).toBe('nothing');
    expect(firstPageText(sealed).text).toContain(issued.fileNumber);
  });

  test.each([
    ['leaves states open', '0.1 0 0 0.1 0 0 cm q q 5 0 0 5 0 0 cm'],
    ['closes more than it opens', 'Q 0.1 0 0 0.1 300 0 cm'],
    ['leaves a text open', 'BT /F1 12 Tf 72 600 Td (No end) Tj'],
    ['leaves an inline image open', 'BI /W 9 /H 9 /BPC 8 /CS /G ID '],
  ])('whose content %s show the seal upright in its place', async (_, content) => {
    const sealed = await sealedWherever(pageFile({ content }));
    const page = picture(sealed, 72);
    const red = pixelsWhere(page, (r, g, b) => r - Math.max(g, b) > 60);
    expect(red.length).toBeGreaterThan(300);
    expect(Math.max(...red) / page.width).toBeLessThan(90);
  });

  test('covers nothing of a first page laid out as in Form 14A', async () => {
    const bytes = await claim();
    const [before, after] = [picture(bytes, 72), picture(await sealedWherever(bytes), 72)];
    const printed = pixelsWhere(before, (red) => red < 200);
    const changed = new Set(pixelsWhere(after, (red, _, __, n) => red !== before.rgb[3 * n]));
    expect(printed.length).toBeGreaterThan(1000);
    expect(changed.size).toBeGreaterThan(1000);
    expect(printed.filter((n) => changed.has(n))).toEqual([]);
  });

  test('bears the word demonstration only where it is one', async () => {
    const real = await sealedAt(await claim(), corner, { ...issued, demonstration: false });
    expect(firstPageText(await sealedAt(await claim())).text).toMatch(/DÉMONSTRATION/);
    expect(firstPageText(real).text).not.toMatch(/D[EÉ]MONSTRATION/);
  });
});
