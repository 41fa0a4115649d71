import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { endlessPage } from '@/e2e/fixtures/endless-page';
import { bigPdf, claimPdf, encryptedPdf, notAPdf, zeroPagesPdf } from '@/e2e/fixtures/pdfs';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import { verifySeal } from '@/lib/pdf/signature/verify';
import { examinePdf, placeSeal, previewPdf, sealPdf } from '@/lib/services/pdf-sandbox/pdf';
import { courtKey } from '@/lib/services/signing/signing-key';
import { pageFile } from '@/lib/testing/pdf/files';
import { issued } from '@/lib/testing/pdf/pages';
import { corner, sealedAt } from '@/lib/testing/pdf/seal';

// A separate folder, because other tests work with PDFs at the same time.
const ownFolder = vi.hoisted(() => {
  process.env.DATA_DIR = `/tmp/pdf-test-${process.pid}`;
  return process.env.DATA_DIR;
});
afterAll(() => rmSync(ownFolder, { recursive: true }));

const claim = () => claimPdf({ title: 'Statement of Claim', pages: 2 });

async function sealed(bytes: Uint8Array): Promise<Uint8Array> {
  const placing = await placeSeal(bytes);
  if (!placing.ok) throw new Error(placing.code);
  const result = await sealPdf(bytes, issued, placing.place, await courtSigner());
  if (!result.ok) throw new Error(result.code);
  expect(Buffer.compare(result.bytes.subarray(0, bytes.length), bytes)).toBe(0);
  const { authority } = await courtKey();
  expect(verifySeal(result.bytes, authority)).toMatchObject({ signature: 'valid', wholeFile: true });
  return result.bytes;
}

describe('files in a guarded process', () => {
  test('are examined', async () => {
    const place = { kind: 'first-page' };
    expect(await examinePdf(await claim())).toMatchObject({ ok: true, pages: 2, place });
    expect(await examinePdf(notAPdf())).toEqual({ ok: false, code: 'web-page' });
    expect(await examinePdf(await encryptedPdf())).toEqual({ ok: false, code: 'password' });
    expect(await examinePdf(await zeroPagesPdf())).toEqual({ ok: false, code: 'no-pages' });
  });

  test('are sealed or refused', async () => {
    await sealed(await claim());
    const refused = await sealPdf(notAPdf(), issued, corner, await courtSigner());
    expect(refused).toEqual({ ok: false, code: 'not-a-pdf' });
    expect(await placeSeal(notAPdf())).toEqual({ ok: false, code: 'not-a-pdf' });
  });

  test('are examined with their text where that is asked', async () => {
    const examined = await examinePdf(await claim(), { withText: true });
    expect(examined).toMatchObject({
      place: expect.anything(),
      text: expect.stringContaining('STATEMENT OF CLAIM'),
    });
    expect(await examinePdf(await claim())).toMatchObject({ text: null });
  });

  test('are shown by their first page as a picture, and not at all where there is none', async () => {
    const png = await previewPdf(await claim(), { place: corner }, 'a filer');
    expect(
      Buffer.from(png ?? [])
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('\x89PNG');
    expect(await previewPdf(notAPdf(), { place: corner }, 'a filer')).toBeNull();
  });

  test('that bear a seal already are recognised, whichever court’s it is', async () => {
    const refused = { ok: false, code: 'already-sealed', sealNumber: issued.fileNumber };
    expect(await examinePdf(await sealed(await claim()))).toEqual(refused);
    expect(await examinePdf(await sealedAt(await claim()))).toEqual(refused);
  });

  test('are not sealed where the key fails, and the next one is', async () => {
    const failing = { room: 2000, sign: () => Promise.reject(new Error('the key is away')) };
    await expect(sealPdf(await claim(), issued, corner, failing)).rejects.toThrow('the key is away');
    await sealed(await claim());
  });

  test('get a page for their seal where the first page takes too long to look at', async () => {
    const examined = await examinePdf(await endlessPage(), { withText: true });
    expect(examined).toMatchObject({ ok: true, pages: 1, place: { kind: 'added-page' }, text: null });
  });

  test('come with what their filer should be told of them', async () => {
    expect(await examinePdf(await claim())).toMatchObject({ ok: true, warnings: [] });
    const pending = pageFile({ page: '/Annots[<</Subtype/Redact/Rect[90 490 200 530]>>]' });
    const warnings = [{ kind: 'redactions', pages: [1] }];
    expect(await examinePdf(pending)).toMatchObject({ ok: true, warnings, text: null });
    expect(await examinePdf(pending, { withText: true })).toMatchObject({
      ok: true,
      warnings,
      text: expect.stringContaining('Hello'),
    });
  });

  test('of the largest size are sealed within the limits', async () => {
    await sealed(await bigPdf());
  });

  test('of one person hold up nobody else’s, and are not tried again when they were killed', async () => {
    const hostile = await endlessPage();
    const variants = Array.from({ length: 4 }, (_, n) => Buffer.concat([hostile, Buffer.from(`%${n}\n`)]));
    const started = performance.now();
    const strangers = variants.map((bytes) => examinePdf(bytes, { person: 'stranger' }));
    const bytes = await claim();
    await examinePdf(bytes, { person: 'filer' });
    const [others] = [performance.now() - started];
    await Promise.all(strangers);
    const all = performance.now() - started;
    const again = performance.now();
    await Promise.all(variants.map((variant) => examinePdf(variant, { person: 'stranger' })));
    expect(others).toBeLessThan(all / 3);
    expect(performance.now() - again).toBeLessThan(all / 10);
  });

  test('wait for their turn', async () => {
    const bytes = await claim();
    const pages = await Promise.all(Array.from({ length: 12 }, () => examinePdf(bytes)));
    expect(pages.map((found) => found.ok && found.pages)).toEqual(Array(12).fill(2));
  });
});

const corpus = path.resolve('../shared/corpus');

if (!existsSync(corpus)) process.stderr.write(`\n*** NOT TESTED: there is no corpus at ${corpus} ***\n\n`);

describe.concurrent('hostile files', () => {
  // A million objects that are opened and never closed. pdf-lib would read them for hours.
  const endless = Buffer.from(`%PDF-1.4\n${'1 0 obj\n<<'.repeat(1e6)}`);

  test('are refused when they take too long, and the next file is served', async () => {
    expect(await examinePdf(endless)).toEqual({
      ok: false,
      code: expect.stringMatching(/^(too-slow|too-complex|corrupt)$/),
    });
    expect(await examinePdf(await claim())).toMatchObject({ ok: true, pages: 2 });
  });

  const folder = path.join(ownFolder, 'hostile');
  beforeAll(() => {
    if (existsSync(corpus)) execFileSync('node', [path.join(corpus, 'make-hostile.mjs'), folder]);
  });

  test.skipIf(!existsSync(corpus)).each([
    ['billion.pdf', ['no-pages']],
    ['bomb.pdf', ['too-complex', 'too-slow']],
    ['cycle.pdf', ['no-pages']],
    ['deeptree.pdf', ['accepted', 'too-slow']],
    ['js.pdf', ['active-content']],
    ['junk.pdf', ['web-page']],
    ['launch.pdf', ['active-content']],
    ['nest.pdf', ['too-complex']],
    ['objspam.pdf', ['too-slow', 'too-complex']],
    ['prevloop.pdf', ['accepted']],
    ['quad.pdf', ['corrupt']],
    ['zero.pdf', ['no-pages']],
  ])('%s is answered with one of %j', async (name, answers) => {
    const bytes = readFileSync(path.join(folder, name));
    const answer = await examinePdf(bytes);
    expect(answers).toContain(answer.ok ? 'accepted' : answer.code);
    // Whatever the inspection says, the sealer must end on its own.
    const sealing = await sealPdf(bytes, issued, corner, await courtSigner());
    expect(sealing.ok || sealing.code).toBeTruthy();
  });
});
