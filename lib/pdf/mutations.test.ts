import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { withPdf } from '@/lib/pdf/open';
import { countPages } from '@/lib/pdf/page-tree';
import { PdfRefused } from '@/lib/pdf/refusal';
import { issued } from '@/lib/pdf/testing';
import { certifiedSigner } from '@/lib/pdf/testing-authority';
import { corpusFiles } from '@/lib/pdf/testing-corpus';
import { corner, onePage, sealedAt } from '@/lib/pdf/testing-seal';
import { verifySeal } from '@/lib/pdf/verify';

/** `PDF_MUTATIONS=20000` for a night's run. */
const runs = Number(process.env.PDF_MUTATIONS ?? 500);
/** Longer than any file takes on a loaded machine; the guarded process has 10 seconds. */
const longest = 10_000;
const mostBytes = 400_000;

type Mutation = (bytes: Buffer) => Buffer;
const at = (bytes: Buffer, part: number) => Math.floor(part * bytes.length);
const part = () => fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const flipped = fc
  .array(fc.tuple(part(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 30 })
  .map(
    (flips): Mutation =>
      (bytes) => {
        const changed = Buffer.from(bytes);
        for (const [where, by] of flips) changed[at(bytes, where)] = (changed[at(bytes, where)] ?? 0) ^ by;
        return changed;
      },
  );

const cut = fc.tuple(part(), part()).map(
  ([from, length]): Mutation =>
    (bytes) =>
      Buffer.concat([bytes.subarray(0, at(bytes, from)), bytes.subarray(at(bytes, from + length / 10))]),
);

const shortened = part().map(
  (end): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes, 0.4 + 0.6 * end)),
);

const spliced = fc.tuple(part(), part(), part()).map(
  ([from, length, to]): Mutation =>
    (bytes) => {
      const piece = bytes.subarray(at(bytes, from), at(bytes, from + length / 10));
      return Buffer.concat([bytes.subarray(0, at(bytes, to)), piece, bytes.subarray(at(bytes, to))]);
    },
);

/** Numbers that say where or how many, set to others. */
const misled = fc.tuple(part(), fc.oneof(fc.integer({ min: -5, max: 99 }), fc.maxSafeInteger())).map(
  ([which, number]): Mutation =>
    (bytes) => {
      const text = bytes.toString('latin1');
      const told = [
        ...text.matchAll(/(startxref\s+|\/Length |\/Prev |\/Size |\/Count |\/First |\/N |^)(\d+)/gm),
      ];
      const found = told[Math.floor(which * told.length)];
      if (!found) return bytes;
      const [whole, before = ''] = found;
      return Buffer.from(
        `${text.slice(0, found.index)}${before}${number}${text.slice(found.index + whole.length)}`,
        'latin1',
      );
    },
);

const mutations = fc.array(fc.oneof(flipped, cut, shortened, spliced, misled), {
  minLength: 1,
  maxLength: 3,
});

const signed = certifiedSigner();

/** Sealed and valid, or refused. @throws for anything else */
async function tryToSeal(bytes: Buffer): Promise<'sealed' | 'refused'> {
  try {
    const sealed = await sealedAt(bytes, corner, issued, signed.signer);
    expect(sealed.subarray(0, bytes.length).equals(bytes)).toBe(true);
    const verdict = verifySeal(sealed, signed.authority, new Date(issued.decidedAt));
    expect(verdict).toMatchObject({ signature: 'valid', wholeFile: true });
    expect(withPdf(sealed, countPages)).toBeGreaterThan(0);
    return 'sealed';
  } catch (error) {
    if (error instanceof PdfRefused) return 'refused';
    throw error;
  }
}

describe('mutated files', () => {
  const originals: Buffer[] = [];
  beforeAll(async () => {
    const own = [
      Buffer.from(await claimPdf({ title: 'Statement of Claim', pages: 3 })),
      onePage({ content: 'BT /F1 12 Tf 72 600 Td (A claim) Tj ET' }),
    ];
    const found = [...corpusFiles('wild', 'mutated files of other makers'), ...corpusFiles('matrix', '')];
    originals.push(...own, ...found.map((file) => readFileSync(file)).filter((b) => b.length < mostBytes));
  });

  test('are sealed or refused, never anything else, and soon', { timeout: runs * 400 }, async () => {
    const counts = { sealed: 0, refused: 0 };
    let slowest = 0;
    await fc.assert(
      fc.asyncProperty(part(), mutations, async (which, all) => {
        const original = originals[Math.floor(which * originals.length)] ?? Buffer.alloc(0);
        const bytes = all.reduce((changed, mutate) => mutate(changed), original);
        const start = performance.now();
        counts[await tryToSeal(bytes)] += 1;
        const took = performance.now() - start;
        slowest = Math.max(slowest, took);
        expect(took).toBeLessThan(longest);
        expect(() => verifySeal(bytes, signed.authority)).not.toThrow();
      }),
      { numRuns: runs },
    );
    process.stdout.write(
      `\n${runs} mutations: ${JSON.stringify(counts)}, slowest ${Math.round(slowest)} ms\n`,
    );
    expect(counts.sealed).toBeGreaterThan(runs / 20);
    expect(counts.refused).toBeGreaterThan(runs / 20);
  });
});

test('one byte changed anywhere outside the signature is found, a thousand times', async () => {
  const sealed = await sealedAt(
    Buffer.from(await claimPdf({ title: 'Statement of Claim', pages: 2 })),
    corner,
    issued,
    signed.signer,
  );
  const from = sealed.lastIndexOf('/Contents <') + '/Contents '.length;
  const to = sealed.indexOf('>', from) + 1;
  expect(verifySeal(sealed, signed.authority).signature).toBe('valid');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: sealed.length - 1 }).filter((n) => n < from || n >= to),
      fc.integer({ min: 1, max: 255 }),
      (n, by) => {
        sealed[n] = (sealed[n] ?? 0) ^ by;
        const { signature, wholeFile } = verifySeal(sealed, signed.authority);
        sealed[n] = (sealed[n] ?? 0) ^ by;
        expect(signature === 'valid' && wholeFile).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
});
