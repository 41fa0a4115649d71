import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partsOf } from '@/lib/testing/claim/written/body';
import { drawnPdf } from '@/lib/testing/claim/written/draw';
import { written } from '@/lib/testing/claim/written/written';
import { court } from '@/lib/testing/cli/court';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-read-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  const claim = written({
    name: 'a claim with a number',
    plaintiffs: ['JANE ROE'],
    defendants: ['ACME INC.'],
    fileNumber: 'CV-24-00012345-0000',
    said: {
      parties: [
        ['plaintiff', 'person', 'JANE ROE'],
        ['defendant', 'organisation', 'ACME INC.'],
      ],
    },
  });
  writeFileSync(file('claim.pdf'), await drawnPdf(partsOf(claim), { by: 'word' }));
  writeFileSync(file('letter.txt'), 'Dear court,');
});

const run = (verb: string) => {
  const files = ['claim.pdf', 'letter.txt', 'nowhere.pdf'].map(file);
  const { status, stdout } = court([verb, ...files], { DATA_DIR: file('data') });
  return {
    status,
    lines: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
};

it('prints what each file says, and a line also for a file that cannot be read', () => {
  const { status, lines } = run('read');
  expect(status).toBe(1);
  expect(lines).toMatchObject([
    {
      ...{ file: file('claim.pdf'), form: '14A', court: 'Toronto', language: 'english', simplified: false },
      ...{ amount: 250_000, pages: 3, text: true },
      parties: [
        { role: 'plaintiff', kind: 'person', name: 'JANE ROE', capacity: '', page: 1 },
        { role: 'defendant', kind: 'organisation', name: 'ACME INC.', capacity: '', page: 1 },
      ],
      lawyers: [{ name: 'Jane Advocate', lsoNumber: '54321K', firm: 'ROE & DOE LLP', forRole: 'plaintiff' }],
    },
    { file: file('letter.txt'), form: null, parties: [], text: false, error: 'not-a-pdf' },
    { file: file('nowhere.pdf'), form: null, parties: [], text: false, error: 'unreadable' },
  ]);
  expect(lines[0]).not.toHaveProperty('error');
});

it('prints what a filer would be told of each file', () => {
  const { status, lines } = run('inspect');
  expect(status).toBe(1);
  expect(lines).toMatchObject([
    { verdict: 'warn', findings: [{ code: 'earlier-file-number', pages: [] }], pages: 3 },
    { verdict: 'refuse', findings: [{ code: 'not-a-pdf', pages: [] }] },
    { verdict: 'refuse', error: 'unreadable' },
  ]);
});
