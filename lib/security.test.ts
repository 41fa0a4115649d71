import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const text = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

const files = [
  'proxy.ts',
  ...['app', 'e2e', 'lib'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  ),
];

/** Each file that the table names, by its path or by the end of it. */
const named = [...text.matchAll(/`([a-z][^`*]*\.(?:ts|tsx|mjs))`/g)].map(([, file = '']) => file);

/** The names of tests that stand in quotation marks; an ellipsis stands for words left out. */
const quoted = [...text.matchAll(/"([a-z][^"]{11,})"/g)].flatMap(([, name = '']) => name.split(' … '));

it('names files that there are', () => {
  const missing = named.filter((file) => !files.some((one) => one === file || one.endsWith(`/${file}`)));
  expect(named.length).toBeGreaterThan(60);
  expect([...new Set(missing)]).toEqual([]);
});

it('names tests that there are', () => {
  const tests = files.filter((file) => /\.(test|spec)\.ts$|^e2e\/access\/.*\.ts$/.test(file));
  const all = tests.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
  expect(quoted.length).toBeGreaterThan(40);
  expect(quoted.filter((name) => !all.includes(name))).toEqual([]);
});

it('has one line for each requirement, in order', () => {
  const ids = [...text.matchAll(/^\| (\d+)\.(\d+)/gm)].map(([, chapter, section]) => [
    Number(chapter),
    Number(section),
  ]);
  const sorted = [...ids].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
  expect(ids).toEqual(sorted);
  expect(new Set(ids.map(([chapter]) => chapter))).toEqual(
    new Set([1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16]),
  );
});
