import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const text = read('docs/security.md');

const files = [
  'proxy.ts',
  ...['app', 'e2e', 'lib'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  ),
];

/** The files that a name of the table means: a path, or the end of one. */
const filesNamed = (name: string) => files.filter((file) => file === name || file.endsWith(`/${name}`));

/** Each file of the table with the titles in quotation marks that follow it; an ellipsis stands for words left out. */
const named = [...text.matchAll(/`([a-z][^`*]*\.(?:ts|tsx|mjs))`((?:,? ?"[^"]+")*)/g)].map(
  ([, name = '', titles = '']) => ({
    name,
    titles: [...titles.matchAll(/"([^"]+)"/g)].flatMap(([, title = '']) => title.split(' … ')),
  }),
);

const isTest = ({ name }: { name: string }) => /\.(test|spec)\.tsx?$/.test(name);

it('names files that there are', () => {
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter(({ name }) => filesNamed(name).length === 0)).toEqual([]);
});

it('names the test that shows a claim by its title, which stands in the file that is named', () => {
  const claims = named.filter(isTest);
  expect(claims.length).toBeGreaterThan(140);
  expect(claims.filter(({ titles }) => titles.length === 0)).toEqual([]);
  const missing = named.flatMap(({ name, titles }) => {
    const source = filesNamed(name).map(read).join('\n');
    return titles.filter((title) => !source.includes(title)).map((title) => `${name}: ${title}`);
  });
  expect(missing).toEqual([]);
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
