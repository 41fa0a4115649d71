import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it, test } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { canBeReadBack, sealReadably } from '@/lib/pdf/seal/read-back';
import { rc4 } from '@/lib/pdf/syntax/file-key';
import { onePage, pageFile, pdfOf } from '@/lib/testing/pdf/files';
import { describeWithReaders, firstPageText, issued } from '@/lib/testing/pdf/pages';
import { corner, sealedAt } from '@/lib/testing/pdf/seal';
import { testCourt } from '@/lib/testing/pdf/signer';

const { signer, close } = testCourt();
afterAll(close);

const claim = () => claimPdf({ title: 'Statement of Claim', pages: 2 });

describe('a sealed file', () => {
  it('is read back as it was promised', async () => {
    expect(canBeReadBack(await sealedAt(await claim(), corner, issued, signer), issued, 2)).toBe(true);
  });

  it.each<[string, (sealed: Buffer) => Buffer, number]>([
    ['has another number of pages', (sealed) => sealed, 3],
    ['bears another number', (sealed) => changed(sealed, 'CV-26-00000001', 'CV-26-00000002'), 2],
    ['has a byte more', (sealed) => Buffer.concat([sealed, Buffer.from('\n')]), 2],
    ['has a byte changed', (sealed) => changed(sealed, '%PDF-1.7', '%PDF-1.6'), 2],
    ['ends too early', (sealed) => sealed.subarray(0, -30), 2],
    ['bears no seal', (sealed) => sealed.subarray(0, 900), 2],
  ])('is not read back where it %s', async (_, change, pages) => {
    const sealed = await sealedAt(await claim(), corner, issued, signer);
    expect(canBeReadBack(change(Buffer.from(sealed)), issued, pages)).toBe(false);
  });
});

function changed(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.lastIndexOf(from);
  expect(at).toBeGreaterThanOrEqual(0);
  bytes.write(to, at, 'latin1');
  return bytes;
}

/** Signs the first time nothing that fits, as a file does that cannot be read back. */
function failingAtFirst(times: number) {
  let asked = 0;
  const sign = async (digest: Uint8Array) => {
    asked += 1;
    return asked <= times ? new Uint8Array(70) : signer.sign(digest);
  };
  return { failing: { room: signer.room, sign }, asked: () => asked };
}

test('a seal that cannot be read back goes to a page of its own', async () => {
  const bytes = await claim();
  const { failing } = failingAtFirst(1);
  const { revision } = await sealReadably(bytes, issued, corner, failing);
  expect(canBeReadBack(Buffer.concat([bytes, revision]), issued, 3)).toBe(true);
});

test('a document is not sealed if that cannot be read back either', async () => {
  const { failing, asked } = failingAtFirst(2);
  await expect(sealReadably(await claim(), issued, corner, failing)).rejects.toThrow('cannot be read back');
  expect(asked()).toBe(2);
});

/** Encrypted by RC4 with 40 bits and an empty password, its key made without an /ID; ISO 32000-2, 7.6.4.3. */
function encryptedWithoutId(id: string): Buffer {
  const md5 = (...parts: Uint8Array[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest();
  const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
  const owner = Buffer.alloc(32, 7);
  const key = md5(padding, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff])).subarray(0, 5);
  const content = Buffer.from('BT /F1 24 Tf 100 500 Td (Hello) Tj ET');
  const objectKey = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
  const encrypted = Buffer.from(rc4(objectKey, content)).toString('latin1');
  const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`;
  const handler = `<</Filter/Standard/V 1/R 2/O ${hex(owner)}/U ${hex(rc4(key, padding))}/P -4>>`;
  return pdfOf(onePage({ content: encrypted }), { trailer: `/Encrypt ${handler} ${id}` });
}

describeWithReaders('an encrypted file', () => {
  test.each(['', '/ID[1 2]', '/ID(one)', '/ID[]', '/ID null'])(
    'opens for other readers after it was sealed, whatever its identifier is: %j',
    async (id) => {
      const bytes = encryptedWithoutId(id);
      expect(firstPageText(bytes).text).toContain('Hello');
      const { revision } = await sealReadably(bytes, issued, corner, signer);
      expect(firstPageText(Buffer.concat([bytes, revision]))).toEqual({
        text: expect.stringContaining('Hello'),
        whole: true,
      });
    },
  );
});

describe('before it is sealed', () => {
  /** Fields that hold their kid twice, `depth` times over: as many paths as two to the power of that. */
  const doubled = (depth: number) =>
    Array.from({ length: depth }, (_, i) => `<</Kids[${i + 7} 0 R ${i + 7} 0 R]>>`);
  const leaf = '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 1 1]>>';
  const form = '/AcroForm<</Fields[6 0 R]>>';
  const sealing = (more: string[]) => sealReadably(pageFile({ catalog: form, more }), issued, corner, signer);

  it('is refused where its fields share kids without end', async () => {
    await expect(sealing([...doubled(25), leaf])).rejects.toMatchObject({ code: 'too-complex' });
  });

  it('is taken where few fields are shared, or one contains itself', async () => {
    await sealing([...doubled(3), leaf]);
    await sealing(['<</FT/Tx/T(a)/Kids[6 0 R]>>']);
  });

  it('is refused where its trailer names no catalog, as other readers do', async () => {
    const rootless = pageFile({}).toString('latin1').replace('/Root 1 0 R', '/Foot 1 0 R');
    const sealed = sealReadably(Buffer.from(rootless, 'latin1'), issued, corner, signer);
    await expect(sealed).rejects.toMatchObject({ code: 'corrupt' });
  });

  it('is taken where only the end of its trailer is missing', async () => {
    const whole = pageFile({});
    const cut = whole.subarray(0, whole.indexOf('/Root 1 0 R') + 12);
    const { revision } = await sealReadably(cut, issued, corner, signer);
    expect(canBeReadBack(Buffer.concat([cut, revision]), issued, 1)).toBe(true);
  });
});
