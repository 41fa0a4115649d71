import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bigPdf, claimPdf, encryptedPdf, notAPdf, zeroPagesPdf } from '@/e2e/fixtures/pdfs';
import { describeWithReaders, faults, firstPageText, issued } from '@/lib/pdf/testing';
import { inspectPdf, sealPdf } from '@/lib/services/pdf';

// A folder of its own: other tests work with PDFs at the same time.
const ownFolder = vi.hoisted(() => {
  process.env.DATA_DIR = `/tmp/pdf-test-${process.pid}`;
  return process.env.DATA_DIR;
});
afterAll(() => rmSync(ownFolder, { recursive: true }));

const codes = ['not-a-pdf', 'password', 'no-pages', 'corrupt', 'too-slow', 'too-complex'];
const claim = () => claimPdf({ title: 'Statement of Claim', pages: 2 });
/** Ten seconds for a file, and a little to start a process and to kill it. */
const limit = 12_000;

async function sealed(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await sealPdf(bytes, issued);
  if (!result.ok) throw new Error(result.code);
  expect(Buffer.compare(result.bytes.subarray(0, bytes.length), bytes)).toBe(0);
  return result.bytes;
}

describe('files in a guarded process', () => {
  test('are inspected', async () => {
    expect(await inspectPdf(await claim())).toEqual({ ok: true, pages: 2 });
    expect(await inspectPdf(notAPdf())).toEqual({ ok: false, code: 'not-a-pdf' });
    expect(await inspectPdf(await encryptedPdf())).toEqual({ ok: false, code: 'password' });
    expect(await inspectPdf(await zeroPagesPdf())).toEqual({ ok: false, code: 'no-pages' });
  });

  test('are sealed or refused', async () => {
    expect(await inspectPdf(await sealed(await claim()))).toEqual({ ok: true, pages: 2 });
    expect(await sealPdf(notAPdf(), issued)).toEqual({ ok: false, code: 'not-a-pdf' });
  });

  test('of the largest size are sealed within the limits', async () => {
    await sealed(await bigPdf());
  });

  test('wait for their turn and leave nothing behind', async () => {
    const bytes = await claim();
    const pages = await Promise.all(Array.from({ length: 12 }, () => inspectPdf(bytes)));
    expect(pages).toEqual(Array(12).fill({ ok: true, pages: 2 }));
    expect(readdirSync(path.join(ownFolder, 'tmp')).filter((name) => name.startsWith('pdf-'))).toEqual([]);
  });
});

const corpus = path.resolve('../shared/corpus');

if (!existsSync(corpus)) process.stderr.write(`\n*** NOT TESTED: there is no corpus at ${corpus} ***\n\n`);

describe.concurrent('hostile files', () => {
  // A million objects that are opened and never closed: pdf-lib would read them for hours.
  const endless = Buffer.from(`%PDF-1.4\n${'1 0 obj\n<<'.repeat(1e6)}`);

  test('are refused when they take too long, and the next file is served', {
    timeout: 6 * limit,
  }, async () => {
    expect(await inspectPdf(endless)).toEqual({
      ok: false,
      code: expect.stringMatching(/^too-(slow|complex)$/),
    });
    expect(await inspectPdf(await claim())).toEqual({ ok: true, pages: 2 });
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
    ['js.pdf', ['accepted']],
    ['junk.pdf', ['not-a-pdf']],
    ['launch.pdf', ['accepted']],
    ['nest.pdf', ['corrupt']],
    ['objspam.pdf', ['too-slow', 'too-complex']],
    ['prevloop.pdf', ['accepted']],
    ['quad.pdf', ['too-slow', 'too-complex']],
    ['zero.pdf', ['no-pages']],
  ])('%s is answered with one of %j', { timeout: 6 * limit }, async (name, answers) => {
    const answer = await inspectPdf(readFileSync(path.join(folder, name)));
    expect(answers).toContain(answer.ok ? 'accepted' : answer.code);
  });
});

/** Every file of the matrix that is not merely turned or cropped, and every eighth of the wild ones. */
function sample(): string[] {
  const files = (name: string) =>
    readdirSync(path.join(corpus, name)).map((file) => path.join(corpus, name, file));
  return [
    ...files('matrix').filter((file) => !path.basename(file).startsWith('rot_')),
    ...files('wild').filter((_, n) => n % 8 === 0),
  ];
}

const severity = ['nothing', 'warnings', 'errors'];

if (existsSync(corpus)) {
  describeWithReaders('files of all kinds', () => {
    test.concurrent.each(sample())('%s is refused with a code, or sealed without harm', async (file) => {
      const bytes = readFileSync(file);
      const found = await inspectPdf(bytes);
      if (!found.ok) return expect(codes).toContain(found.code);
      const result = await sealed(bytes);
      expect(severity.indexOf(faults(result))).toBeLessThanOrEqual(severity.indexOf(faults(bytes)));
      const { text } = firstPageText(result);
      // Where poppler gives up in the middle of the filer's own page it does not come to the stamp.
      if (!firstPageText(bytes).whole) return;
      expect(text).toContain(issued.fileNumber);
      expect(text).toContain('23-NOV-2026');
    });
  });
}
