import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bigPdf, claimPdf, encryptedPdf, notAPdf, zeroPagesPdf } from '@/e2e/fixtures/pdfs';
import { courtSigner } from '@/lib/jobs/court-signature';
import { issued } from '@/lib/pdf/testing';
import { corner, sealedAt } from '@/lib/pdf/testing-seal';
import { verifySeal } from '@/lib/pdf/verify';
import { inspectPdf, placeSeal, sealPdf } from '@/lib/services/pdf';
import { courtKey } from '@/lib/services/signing-key';

// A folder of its own: other tests work with PDFs at the same time.
const ownFolder = vi.hoisted(() => {
  process.env.DATA_DIR = `/tmp/pdf-test-${process.pid}`;
  return process.env.DATA_DIR;
});
afterAll(() => rmSync(ownFolder, { recursive: true }));

const claim = () => claimPdf({ title: 'Statement of Claim', pages: 2 });
/** Ten seconds for a file, and a little to start a process and to kill it. */
const limit = 12_000;

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
  test('are inspected', async () => {
    expect(await inspectPdf(await claim())).toMatchObject({ ok: true, pages: 2 });
    expect(await inspectPdf(notAPdf())).toEqual({ ok: false, code: 'not-a-pdf' });
    expect(await inspectPdf(await encryptedPdf())).toEqual({ ok: false, code: 'password' });
    expect(await inspectPdf(await zeroPagesPdf())).toEqual({ ok: false, code: 'no-pages' });
  });

  test('are sealed or refused', async () => {
    await sealed(await claim());
    const refused = await sealPdf(notAPdf(), issued, corner, await courtSigner());
    expect(refused).toEqual({ ok: false, code: 'not-a-pdf' });
    expect(await placeSeal(notAPdf())).toEqual({ ok: false, code: 'not-a-pdf' });
  });

  test('that bear the seal already are recognised, unless the seal is another court’s', async () => {
    expect(await inspectPdf(await sealed(await claim()))).toEqual({ ok: false, code: 'already-sealed' });
    const foreign = await inspectPdf(await sealedAt(await claim()));
    expect(foreign).toEqual({ ok: false, code: 'certified-final' });
  });

  test('are not sealed where the key fails, and the next one is', async () => {
    const failing = { room: 2000, sign: () => Promise.reject(new Error('the key is away')) };
    await expect(sealPdf(await claim(), issued, corner, failing)).rejects.toThrow('the key is away');
    await sealed(await claim());
  });

  test('of the largest size are sealed within the limits', async () => {
    await sealed(await bigPdf());
  });

  test('wait for their turn and leave nothing behind', async () => {
    const bytes = await claim();
    const pages = await Promise.all(Array.from({ length: 12 }, () => inspectPdf(bytes)));
    expect(pages.map((found) => found.ok && found.pages)).toEqual(Array(12).fill(2));
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
      code: expect.stringMatching(/^(too-slow|too-complex|corrupt)$/),
    });
    expect(await inspectPdf(await claim())).toMatchObject({ ok: true, pages: 2 });
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
    ['nest.pdf', ['too-complex']],
    ['objspam.pdf', ['too-slow', 'too-complex']],
    ['prevloop.pdf', ['accepted']],
    ['quad.pdf', ['corrupt']],
    ['zero.pdf', ['no-pages']],
  ])('%s is answered with one of %j', { timeout: 6 * limit }, async (name, answers) => {
    const bytes = readFileSync(path.join(folder, name));
    const start = performance.now();
    const answer = await inspectPdf(bytes);
    expect(performance.now() - start).toBeLessThan(limit);
    expect(answers).toContain(answer.ok ? 'accepted' : answer.code);
    // Whatever inspection says, the sealer comes to an end on its own.
    const sealing = await sealPdf(bytes, issued, corner, await courtSigner());
    expect(sealing.ok || sealing.code).toBeTruthy();
  });
});
