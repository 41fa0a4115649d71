import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimPdf, encryptedPdf, notAPdf, zeroPagesPdf } from '@/e2e/fixtures/pdfs';
import { inspect } from '@/lib/pdf/seal/inspect';
import { issued } from '@/lib/testing/pdf/pages';
import { byQpdf, sealedAt } from '@/lib/testing/pdf/seal';

const claim = () => claimPdf({ title: 'Statement of Claim', pages: 3 });

test('a PDF is accepted with its number of pages', async () => {
  const bytes = await claim();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(inspect(bytes)).toEqual({ ok: true, pages: 3, sha256 });
});

test.each([
  { file: 'not a PDF', bytes: () => Buffer.from('Statement of Claim'), code: 'not-a-pdf' },
  { file: 'that is a web page', bytes: notAPdf, code: 'web-page' },
  { file: 'encrypted', bytes: encryptedPdf, code: 'password' },
  { file: 'without a page', bytes: zeroPagesPdf, code: 'no-pages' },
  { file: 'empty', bytes: () => new Uint8Array(), code: 'empty' },
  { file: 'cut in the middle', bytes: async () => (await claim()).subarray(0, 1000), code: 'corrupt' },
  { file: 'only a header', bytes: () => Buffer.from('%PDF-1.7\n'), code: 'corrupt' },
])('a file $file is refused as $code', async ({ bytes, code }) => {
  expect(inspect(await bytes())).toEqual({ ok: false, code });
});

test('an encrypted file that opens without a password is accepted', async () => {
  const document = await PDFDocument.load(await claim());
  document.encrypt({ userPassword: '', ownerPassword: 'owner' });
  expect(inspect(await document.save())).toMatchObject({ ok: true, pages: 3 });
});

test('the header may stand anywhere in the first 1024 bytes, not later', async () => {
  const after = (length: number) => Buffer.concat([Buffer.alloc(length, '\n'), Buffer.from('%PDF-1.7\n')]);
  expect(inspect(after(1000))).toEqual({ ok: false, code: 'corrupt' });
  expect(inspect(after(1025))).toEqual({ ok: false, code: 'not-a-pdf' });
});

test('a page tree that contains itself has no pages', async () => {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[2 0 R]>>'];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  const start = `%PDF-1.7\n${body}`;
  const bytes = Buffer.from(
    `${start}xref\n0 0\ntrailer\n<</Root 1 0 R>>\nstartxref\n${start.length}\n%%EOF\n`,
  );
  expect(inspect(bytes)).toEqual({ ok: false, code: 'no-pages' });
});

describe('a file that bears a seal of the court', () => {
  let sealed: Buffer = Buffer.of();
  let text = '';
  beforeAll(async () => {
    sealed = await sealedAt(await claim());
    text = sealed.toString('latin1');
  });
  const fieldName = Buffer.from(`CourtSeal ${issued.fileNumber}`).toString('hex');
  const sealNumber = issued.fileNumber;
  const refused = { ok: false, code: 'already-sealed', sealNumber };
  const edited = (from: string | RegExp, to: string) => Buffer.from(text.replace(from, to), 'latin1');

  test.each<[string, () => Uint8Array]>([
    ['as it was issued', () => sealed],
    ['with a byte more', () => Buffer.concat([sealed, Buffer.from('\n')])],
    ['with a revision more', () => Buffer.from(`${text}%%EOF\n`, 'latin1')],
    ['with a signature that is broken', () => edited(/(\/Contents <..)./, '$1x')],
    ['without its mark', () => edited('%CourtSeal-1', '%XourtSeal-1')],
    ['with a mark whose number is broken', () => edited(/(%CourtSeal-1 CV-)./, '$1x')],
    ['with a mark whose code is broken', () => edited(/(%CourtSeal-1 \S+ )./, '$1*')],
    ['with a field of another name', () => edited(fieldName, fieldName.replace('43', '58'))],
    ['whose number stands in the name of the field alone', () => edited(/(%CourtSeal-1 CV-)./, '$1x')],
    ['without its form', () => edited(/\/AcroForm/g, '/XcroForm')],
    ['with its end cut off', () => sealed.subarray(0, -200)],
  ])('%s is refused with the number of the seal', (_, bytes) => {
    expect(inspect(bytes())).toEqual(refused);
  });

  test('is refused in whatever way another program wrote it anew', async () => {
    expect(inspect(byQpdf(sealed, '--object-streams=generate'))).toEqual(refused);
    expect(inspect(byQpdf(sealed, '--encrypt', '', 'owner', '256', '--'))).toEqual(refused);
  });

  test('is refused without a number where none can be read', () => {
    const broken = Buffer.from(text.replace(`1 ${sealNumber}`, '1 CV-26').replace(fieldName, '41'), 'latin1');
    expect(inspect(broken)).toEqual({ ok: false, code: 'already-sealed' });
  });

  test('is refused with the number of the newest seal that has one', async () => {
    const older = { ...issued, fileNumber: 'CV-25-00000009-0000' };
    const twice = await sealedAt(await sealedAt(await claim(), undefined, older)).catch(() => undefined);
    const bytes = twice ?? Buffer.concat([await sealedAt(await claim(), undefined, older), sealed]);
    expect(inspect(bytes)).toEqual(refused);
  });

  test('is not what a document is that tells of one', async () => {
    const bytes = await claimPdf({ title: 'The mark %CourtSeal of CourtSeal CV-26-00000001-0000', pages: 1 });
    expect(inspect(bytes)).toMatchObject({ ok: true });
  });
});
