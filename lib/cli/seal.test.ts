import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { en } from '@/lib/messages/catalogue';
import { court } from '@/lib/testing/cli/court';
import { pageFile } from '@/lib/testing/pdf/files';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => path.join(folder, name);

it('seals what can be sealed, says in words why another file cannot, and names what is missing', () => {
  writeFileSync(file('claim.pdf'), pageFile({}));
  writeFileSync(file('letter.txt'), 'Dear court,');
  const variables = { DATA_DIR: file('data') };
  const order = ['--number', 'CV-26-00000001-0000', '--issued', '2026-11-23', '--out-dir', folder];
  const seal = (names: string[]) => court(['seal', ...order, ...names.map(file)], variables);
  const lines = seal(['claim.pdf', 'letter.txt', 'nowhere.pdf'])
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const told = new Map(lines.map((line) => [path.basename(line.file), line]));
  expect(told.get('claim.pdf')).toMatchObject({ result: 'sealed', code: null, words: null });
  expect(told.get('letter.txt')).toMatchObject({ code: 'not-a-pdf', words: en.refusal['not-a-pdf'] });
  expect(told.get('nowhere.pdf')).toMatchObject({ code: 'unreadable', out: null });
  expect(court(['seal', file('claim.pdf')], variables)).toMatchObject({ status: 2, stdout: '' });
});
