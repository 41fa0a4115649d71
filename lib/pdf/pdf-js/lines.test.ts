import { expect, it, test } from 'vitest';
import { readClaimLines } from '@/lib/domain/claim/reading/read';
import type { Piece } from '@/lib/pdf/pdf-js/items';
import { linesFrom, linesOf } from '@/lib/pdf/pdf-js/lines';
import { partsOf } from '@/lib/testing/claim/written/body';
import { type Drawn, drawnPdf } from '@/lib/testing/claim/written/draw';
import { fifthClaims } from '@/lib/testing/claim/written/fifth';
import { firstClaims } from '@/lib/testing/claim/written/first';
import { fourthClaims } from '@/lib/testing/claim/written/fourth';
import { fourthFrenchClaims } from '@/lib/testing/claim/written/fourth-french';
import { FIELDS, type Field, scored } from '@/lib/testing/claim/written/score';
import { secondClaims } from '@/lib/testing/claim/written/second';
import { seventhClaims } from '@/lib/testing/claim/written/seventh';
import { sixthClaims } from '@/lib/testing/claim/written/sixth';
import { thirdClaims } from '@/lib/testing/claim/written/third';

const piece = (text: string, x: number, y: number, turn = 0): Piece => ({
  ...{ text, x, y, turn },
  end: x + text.length * 6,
  size: 12,
});
const texts = (pieces: Piece[]) => linesFrom(pieces, 1).map(({ text }) => text);

test('pieces in no order are lines from top to bottom, columns by themselves', () => {
  const pieces = [
    piece('Plaintiff', 400, 100),
    piece('ROE', 100, 101),
    piece('JANE', 70, 100),
    piece('BETWEEN:', 70, 60),
  ];
  expect(texts(pieces)).toEqual(['BETWEEN:', 'JANE ROE', 'Plaintiff']);
});

test('bold letters that are drawn twice are read once, turned text after the upright', () => {
  const pieces = [piece('aside', 10, 5, 90), piece('CLAIM', 70, 60), piece('CLAIM', 70.4, 60)];
  expect(texts(pieces)).toEqual(['CLAIM', 'aside']);
});

const ways: Drawn[] = [
  { by: 'word', sideways: true },
  { by: 'line', spaced: true, ledger: true },
  { by: 'letter', shuffled: true },
  { by: 'word', scanned: true },
  { by: 'line', fields: true },
];

it('reads claims as programs draw them: of a hundred at least 98, and the parties of 95', async () => {
  const claims = [
    ...firstClaims,
    ...secondClaims,
    ...thirdClaims,
    ...fourthClaims,
    ...fourthFrenchClaims,
    ...fifthClaims,
    ...sixthClaims,
    ...seventhClaims,
  ];
  const right = new Map<Field, number>();
  for (const [index, claim] of claims.entries()) {
    const read = await linesOf(await drawnPdf(partsOf(claim), ways[index % ways.length] ?? { by: 'line' }));
    const verdicts = scored(claim, readClaimLines(read?.lines ?? [], 1));
    for (const field of FIELDS)
      if (verdicts[field] === 'right') right.set(field, (right.get(field) ?? 0) + 1);
  }
  const share = (field: Field) => (right.get(field) ?? 0) / claims.length;
  expect(claims.length).toBeGreaterThanOrEqual(60);
  for (const field of ['form', 'court', 'language', 'simplified', 'amount', 'lawyers'] as const)
    expect(share(field)).toBeGreaterThanOrEqual(0.98);
  for (const field of ['parties', 'capacities'] as const) expect(share(field)).toBeGreaterThanOrEqual(0.95);
}, 60_000);

test('a turned page is known', async () => {
  const [claim] = firstClaims;
  if (!claim) throw new Error('no claim');
  const read = await linesOf(await drawnPdf(partsOf(claim), { by: 'line', sideways: true }));
  expect(read?.sideways).toEqual([]);
  expect(read?.lines.some(({ text }) => text === 'PROCEEDING COMMENCED AT')).toBe(true);
});

test('what is no PDF has no lines', async () => {
  expect(await linesOf(Buffer.from('no PDF'))).toBeNull();
});
