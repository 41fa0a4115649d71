import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import type { Place } from '@/lib/pdf/read/seal-order';
import { verifySeal } from '@/lib/pdf/signature/verify';
import { examinePdf, sealPdf } from '@/lib/services/pdf-sandbox/pdf';
import { courtKey } from '@/lib/services/signing/signing-key';
import { extent } from '@/lib/testing/extent';
import { corpusFiles } from '@/lib/testing/pdf/corpus';
import { describeWithReaders, issued } from '@/lib/testing/pdf/pages';
import { changedOutside, codeIn, sheetOf } from '@/lib/testing/pdf/placed';
import { qpdfSeverity, shown } from '@/lib/testing/pdf/programs';
import { signaturesIn, trustOf } from '@/lib/testing/pdf/signatures';

// A separate folder, because other tests work with PDFs at the same time.
const folder = vi.hoisted(() => {
  process.env.DATA_DIR = `/tmp/pdf-corpus-${process.pid}`;
  return process.env.DATA_DIR;
});
const files = mkdtempSync(path.join(tmpdir(), 'corpus-'));
afterAll(() => {
  for (const made of [folder, files]) rmSync(made, { recursive: true, force: true });
});

const wild = corpusFiles('wild', 'sealing files of other makers');
const matrix = corpusFiles('matrix', 'sealing pages turned, cropped and scaled');
const isTurned = (file: string) => path.basename(file).startsWith('rot_');

const every = (nth: number, of: string[]) => of.filter((_, n) => n % nth === 0);
const straight = matrix.filter((file) => !isTurned(file));

/** The files that are sealed. */
const sealedWild = extent(wild, every(4, wild));
const sealedMatrix = extent(matrix, [...straight, ...every(4, matrix.filter(isTurned))]);
/** The files that other programs check. All of them take ten minutes. */
const witnessed = extent(
  [...wild, ...matrix],
  [...every(8, wild), ...straight, ...every(7, matrix.filter(isTurned))],
);
/** The share of other makers' files that must be sealable, of those that do nothing but show their pages. */
const leastSealed = extent(0.96, 0.9);

type Outcome = { ok: true; place: Place; sealed: Uint8Array; pages: number } | { ok: false; code: string };
const doesMore = ['active-content', 'embedded-files', 'changing-layers'];
const codes = [
  ...doesMore,
  ...['not-a-pdf', 'password', 'no-pages', 'corrupt', 'foreign-encryption', 'dynamic-form'],
  ...['certified-final', 'already-sealed', 'no-room', 'too-complex', 'too-slow'],
];

async function outcomeOf(file: string): Promise<Outcome> {
  const bytes = readFileSync(file);
  const examined = await examinePdf(bytes);
  if (!examined.ok) return examined;
  const { place, pages } = examined;
  const signer = await courtSigner();
  const [once, again] = await Promise.all([1, 2].map(() => sealPdf(bytes, issued, place, signer)));
  if (!once?.ok || !again?.ok)
    return { ok: false, code: `accepted, then ${once && 'code' in once && once.code}` };
  expect(Buffer.compare(once.bytes.subarray(0, bytes.length), bytes), 'the upload is a prefix').toBe(0);
  expect(withoutSignature(again.bytes).equals(withoutSignature(once.bytes)), 'both tries are alike').toBe(
    true,
  );
  return {
    ok: true,
    place,
    sealed: once.bytes,
    pages: pages + (place.kind === 'added-page' ? 1 : 0),
  };
}

/** The file with an empty hole for the signature. */
function withoutSignature(sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const from = bytes.lastIndexOf('/Contents <') + '/Contents <'.length;
  return bytes.fill('0', from, bytes.indexOf('>', from));
}

const outcomes = new Map<string, Promise<Outcome>>();
const outcomeFor = (file: string) => {
  const known = outcomes.get(file) ?? outcomeOf(file);
  outcomes.set(file, known);
  return known;
};

/**
 * How often each outcome occurs among the files. Several are examined at once so that both processes have
 * work.
 */
async function tally(of: string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const waiting = [...of];
  const next = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const outcome = await outcomeFor(file);
      const key = outcome.ok ? `sealed, ${outcome.place.kind}` : outcome.code;
      counts[key] = (counts[key] ?? 0) + 1;
      if (!outcome.ok) continue;
      const { authority } = await courtKey();
      const result = verifySeal(outcome.sealed, authority, new Date(issued.decidedAt));
      expect(result, file).toMatchObject({ signature: 'valid', wholeFile: true });
    }
  };
  await Promise.all([next(), next(), next()]);
  return counts;
}

const sum = (counts: Record<string, number>, of: (key: string) => boolean) =>
  Object.entries(counts).reduce((total, [key, count]) => total + (of(key) ? count : 0), 0);
const isSealed = (key: string) => key.startsWith('sealed');

describe.skipIf(wild.length === 0)('files of other makers', () => {
  test('are sealed, validly and alike at every try, or refused with a code', async () => {
    const counts = await tally(sealedWild);
    process.stdout.write(`\nwild: ${JSON.stringify(counts)}\n`);
    expect(Object.keys(counts).filter((key) => !isSealed(key) && !codes.includes(key))).toEqual([]);
    const plain = sealedWild.length - sum(counts, (key) => doesMore.includes(key));
    expect(plain / sealedWild.length).toBeGreaterThan(0.8);
    expect(sum(counts, isSealed) / plain).toBeGreaterThanOrEqual(leastSealed);
  });

  test('are all sealed where only their page or structure is unusual', async () => {
    const counts = await tally(sealedMatrix);
    process.stdout.write(`\nmatrix: ${JSON.stringify(counts)}\n`);
    expect(sum(counts, isSealed)).toBe(sealedMatrix.length);
  });
});

const programs = ['pdfsig', 'certutil', 'zbarimg'];
let trust = '';
beforeAll(async () => {
  trust = await trustOf(files, (await courtKey()).authority[0] ?? new Uint8Array());
});

if (witnessed.length > 0) {
  describeWithReaders(
    'other programs',
    () => {
      test.concurrent.each(witnessed)('find %s no worse, and its seal valid and legible', async (file) => {
        const outcome = await outcomeFor(file);
        if (!outcome.ok) return;
        const sealed = path.join(files, path.basename(file));
        writeFileSync(sealed, outcome.sealed);
        await expectNoFaults(file, sealed);
        await expectSignatures(file, sealed);
        await expectSamePage(file, sealed, outcome.place);
        if (matrix.includes(file)) {
          const code = await codeIn(sealed, sheetOf(outcome.sealed), outcome.place, outcome.pages);
          expect(code).toBe(issued.verifyUrl);
        }
        rmSync(sealed);
      });
    },
    programs,
  );
}

async function expectNoFaults(file: string, sealed: string): Promise<void> {
  const [before, after] = await Promise.all([qpdfSeverity(file), qpdfSeverity(sealed)]);
  if (before !== undefined) expect(after, 'what qpdf finds').toBeLessThanOrEqual(before);
}

async function expectSignatures(file: string, sealed: string): Promise<void> {
  const [before, after] = await Promise.all([signaturesIn(file, trust), signaturesIn(sealed, trust)]);
  if (before === undefined) return;
  const ours = after?.find(({ field }) => field === `CourtSeal ${issued.fileNumber}`);
  expect(ours).toMatchObject({ isValid: true, isTrusted: true, coversAll: true });
  for (const { field, isValid } of before) {
    if (isValid) expect(after).toContainEqual(expect.objectContaining({ field, isValid }));
  }
}

async function expectSamePage(file: string, sealed: string, place: Place): Promise<void> {
  const sheet = sheetOf(readFileSync(file));
  const pixelsPerInch = Math.min(72, (72 * 2000) / Math.max(sheet.width, sheet.height));
  const [before, after] = await Promise.all(
    [file, sealed].map((one) => shown(one, { page: 1, pixelsPerInch })),
  );
  if (!before) return;
  expect(after && changedOutside(sheet, place, before, after), 'pixels changed outside the seal').toBe(0);
}
