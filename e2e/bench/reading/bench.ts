import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Produced, produced } from '@/e2e/bench/reading/producers';
import { readClaim } from '@/lib/services/pdf-sandbox/pdf';
import { eighthClaims } from '@/lib/testing/claim/written/eighth';
import { fifthClaims } from '@/lib/testing/claim/written/fifth';
import { firstClaims } from '@/lib/testing/claim/written/first';
import { fourthClaims } from '@/lib/testing/claim/written/fourth';
import { fourthFrenchClaims } from '@/lib/testing/claim/written/fourth-french';
import {
  FIELDS,
  type Field,
  type Marks,
  marksOf,
  scored,
  type Verdict,
} from '@/lib/testing/claim/written/score';
import { secondClaims } from '@/lib/testing/claim/written/second';
import { seventhClaims } from '@/lib/testing/claim/written/seventh';
import { sixthClaims } from '@/lib/testing/claim/written/sixth';
import { thirdClaims } from '@/lib/testing/claim/written/third';
import type { WrittenClaim } from '@/lib/testing/claim/written/written';

type Tally = Record<Field, Record<Verdict, number>>;

const none = (): Tally =>
  Object.fromEntries(FIELDS.map((field) => [field, { right: 0, missing: 0, wrong: 0 }])) as Tally;

/** What is read of claims of our own making, by field and by the program that made the PDF: right / missing / wrong. */
export async function benchReading(): Promise<void> {
  await benchSet('written before the reader', firstClaims);
  await benchSet('written after it', secondClaims);
  await benchSet('written third', thirdClaims);
  await benchSet('written fourth', [...fourthClaims, ...fourthFrenchClaims]);
  await benchSet('written fifth', fifthClaims);
  await benchSet('written sixth', sixthClaims);
  await benchSet('written seventh', seventhClaims);
  await benchSet('written last', eighthClaims);
}

async function benchSet(title: string, claims: WrittenClaim[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reading-'));
  try {
    const files = await produced(claims, folder);
    const tallies = new Map<string, Tally>([['all', none()]]);
    const times: number[] = [];
    const marks: Marks = { right: 0, rightMarked: 0, wrong: 0, wrongMarked: 0 };
    for (const file of files) times.push(await readOne(file, tallies, marks));
    process.stdout.write(`\n${title}: ${claims.length} claims, ${files.length} files\n${table(tallies)}`);
    const { right, rightMarked, wrong, wrongMarked } = marks;
    process.stdout.write(`parties: ${wrong} wrong, ${wrongMarked} of them marked to be checked; `);
    process.stdout.write(`${right} right, ${rightMarked} of them marked needlessly\n`);
    process.stdout.write(`longest ${Math.max(...times).toFixed(0)} ms\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readOne(
  { claim, producer, bytes }: Produced,
  tallies: Map<string, Tally>,
  marks: Marks,
): Promise<number> {
  const start = performance.now();
  const read = await readClaim(bytes);
  const took = performance.now() - start;
  if (!read.ok) throw new Error(`${claim.name} by ${producer}: ${read.code}`);
  const verdicts = scored(claim, read.reading);
  for (const [name, count] of Object.entries(marksOf(claim, read.reading)))
    marks[name as keyof Marks] += count;
  if (!tallies.has(producer)) tallies.set(producer, none());
  for (const field of FIELDS)
    for (const name of ['all', producer]) {
      const tally = tallies.get(name)?.[field];
      if (tally) tally[verdicts[field]] += 1;
    }
  const bad = FIELDS.filter((field) => verdicts[field] !== 'right').map(
    (field) => `${field} ${verdicts[field]}`,
  );
  if (bad.length > 0) process.stdout.write(`${claim.name} by ${producer}: ${bad.join(', ')}\n`);
  return took;
}

function table(tallies: Map<string, Tally>): string {
  const rows = [...tallies].map(([name, tally]) =>
    [name.padEnd(32), ...FIELDS.map((field) => Object.values(tally[field]).join('/').padEnd(11))].join(' '),
  );
  return `${[' '.repeat(32), ...FIELDS.map((field) => field.padEnd(11))].join(' ')}\n${rows.join('\n')}\n`;
}
