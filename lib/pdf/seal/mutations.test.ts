import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { findPlaces } from '@/lib/pdf/placement/find-place';
import { countPages } from '@/lib/pdf/read/page-tree';
import type { Place } from '@/lib/pdf/read/seal-order';
import { inspect } from '@/lib/pdf/seal/inspect';
import { seal } from '@/lib/pdf/seal/seal';
import { verifySeal } from '@/lib/pdf/signature/verify';
import { withPdf } from '@/lib/pdf/syntax/open';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';
import { extent } from '@/lib/testing/extent';
import { corpusFiles } from '@/lib/testing/pdf/corpus';
import { onePage, pdfOf } from '@/lib/testing/pdf/files';
import { describeWithReaders, issued } from '@/lib/testing/pdf/pages';
import { signaturesIn, trustOf } from '@/lib/testing/pdf/signatures';
import { testCourt } from '@/lib/testing/pdf/signer';

const court = testCourt();
afterAll(() => court.close());

/** The number of runs; `PDF_MUTATIONS` overrides it. The whole takes about a quarter of an hour. */
const numRuns = Number(process.env.PDF_MUTATIONS ?? extent(20_000, 500));
const longestSeconds = 10;
const decidedAt = new Date(issued.decidedAt);

const own = pdfOf([...onePage({ catalog: '/AcroForm 6 0 R' }), '<</Fields []>>']);
const files = [
  { name: 'own', bytes: own },
  ...[...corpusFiles('wild', 'changed files of other makers'), ...corpusFiles('matrix', 'changed structures')]
    .filter((file) => !path.basename(file).startsWith('rot_'))
    .map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })),
].filter(({ bytes }) => bytes.length < 1 << 20);

/** Places are shares of the file's length, so that a shrunken file fails in the same place. */
const part = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1e6);
const number = fc.oneof(
  fc.constantFrom('0', '1', '-1', '4294967296', '99999999999999999999', '2147483647', '1e9', '0.5', 'R', ''),
  fc.nat(200_000).map(String),
);
const change = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: part, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('cut' as const), at: part, length: fc.nat(2000) }),
  fc.record({ kind: fc.constant('end' as const), at: part }),
  fc.record({ kind: fc.constant('splice' as const), at: part, from: part, length: fc.nat(2000) }),
  fc.record({ kind: fc.constant('number' as const), at: part, to: number }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The numbers that a reader follows through a file. */
const structural =
  /(?:startxref\s+|\/(?:Length|Prev|Size|XRefStm|N|First|Count|Columns|Predictor|Root|Kids|Pages|Contents|W|Index|Encrypt)\s*\[?\s*|\n)(\d+)/g;

function changed(bytes: Buffer, one: Change): Buffer {
  const at = Math.floor(one.at * bytes.length);
  if (one.kind === 'flip') {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ (1 << one.bit);
    return copy;
  }
  if (one.kind === 'end') return bytes.subarray(0, at);
  if (one.kind === 'cut') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + one.length)]);
  if (one.kind === 'number') return renumbered(bytes, one.at, one.to);
  const from = Math.floor(one.from * bytes.length);
  const inserted = bytes.subarray(from, from + one.length);
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
}

function renumbered(bytes: Buffer, at: number, to: string): Buffer {
  const text = bytes.toString('latin1');
  const found = [...text.matchAll(structural)];
  const one = found[Math.floor(at * found.length)];
  if (!one) return bytes;
  const end = one.index + one[0].length;
  return Buffer.from(text.slice(0, end - (one[1] ?? '').length) + to + text.slice(end), 'latin1');
}

const firstPage: Place = { kind: 'first-page', seal: { x: 10, y: 10, scale: 0.6 }, open: 0 };

/**
 * The outcome for a file. A file that can be sealed has its seal examined; any error but a refusal is thrown.
 */
async function outcomeOf(bytes: Buffer, isAdded: boolean): Promise<string> {
  const inspected = inspect(bytes);
  try {
    const place = isAdded ? findPlaces(bytes).unseen : firstPage;
    const { revision } = await seal(bytes, issued, place, court.signer);
    const sealed = Buffer.concat([bytes, revision]);
    const result = verifySeal(sealed, court.roots, decidedAt);
    expect(result).toMatchObject({ signature: 'valid', wholeFile: true });
    const pages = withPdf(sealed, countPages);
    if (inspected.ok) expect(pages).toBe(inspected.pages + (place.kind === 'added-page' ? 1 : 0));
    return 'sealed';
  } catch (error) {
    if (!(error instanceof PdfRefused)) throw error;
    return error.code;
  }
}

describe('a file changed at random', () => {
  test('is sealed validly or refused with a code, and never keeps us long', {
    timeout: 3_600_000,
  }, async () => {
    const counts: Record<string, number> = {};
    const which = fc.nat(files.length - 1);
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    const property = fc.asyncProperty(which, changes, fc.boolean(), async (n, all, isAdded) => {
      const { name, bytes } = files[n] ?? { name: 'own', bytes: own };
      const mutant = all.reduce(changed, bytes);
      const started = process.cpuUsage();
      const outcome = await outcomeOf(mutant, isAdded).catch((error) => {
        throw new Error(`${name}: ${error.stack}`, { cause: error });
      });
      expect(process.cpuUsage(started).user / 1e6, name).toBeLessThan(longestSeconds);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    });
    await fc.assert(property, { numRuns, seed: 2026 });
    process.stdout.write(`\nchanged files: ${JSON.stringify(counts)}\n`);
  });
});

/** A few sealed files of different structure, each with the position of its signature's hole. */
async function sealedFiles() {
  const chosen = [...new Set([0, 0.2, 0.4, 0.6, 0.8].map((q) => Math.floor(q * files.length)))];
  const sealed = chosen.map(async (n) => {
    const bytes = files[n]?.bytes ?? own;
    if (!inspect(bytes).ok) return [];
    const { revision } = await seal(bytes, issued, firstPage, court.signer);
    const whole = Buffer.concat([bytes, revision]);
    const from = whole.lastIndexOf('/Contents <') + '/Contents '.length;
    return [{ whole, from, to: whole.indexOf('>', from) + 1 }];
  });
  return (await Promise.all(sealed)).flat();
}

type SealedFile = Awaited<ReturnType<typeof sealedFiles>>[number];

/** The file with one bit changed, outside the hole. */
function flipped({ whole, from, to }: SealedFile, at: number, bit: number): Buffer {
  const outside = Math.floor(at * (whole.length - (to - from)));
  const place = outside < from ? outside : outside + to - from;
  const copy = Buffer.from(whole);
  copy[place] = (copy[place] ?? 0) ^ (1 << bit);
  return copy;
}

const flip = fc.tuple(fc.nat(4), part, fc.nat(7));

test('another bit anywhere outside the hole is found', async () => {
  const sealed = await sealedFiles();
  const property = fc.property(flip, ([n, at, bit]) => {
    const one = sealed[n % sealed.length];
    if (!one) throw new Error('nothing was sealed');
    expect(verifySeal(flipped(one, at, bit), court.roots, decidedAt).signature).not.toBe('valid');
  });
  fc.assert(property, { numRuns: 1000, seed: 2026 });
});

describeWithReaders('poppler', () => {
  test('finds it too', async () => {
    const trust = await trustOf(court.folder, court.roots[0] ?? new Uint8Array());
    const file = path.join(court.folder, 'flipped.pdf');
    const sealed = await sealedFiles();
    const isIntact = async (bytes: Buffer) => {
      writeFileSync(file, bytes);
      const found = await signaturesIn(file, trust);
      return found?.some((one) => one.isValid && one.isTrusted && one.coversAll) ?? false;
    };
    for (const { whole } of sealed) expect(await isIntact(whole)).toBe(true);
    const property = fc.asyncProperty(flip, async ([n, at, bit]) => {
      const one = sealed[n % sealed.length];
      if (one) expect(await isIntact(flipped(one, at, bit))).toBe(false);
    });
    await fc.assert(property, { numRuns: 50, seed: 2026 });
  });
}, ['pdfsig', 'certutil']);
