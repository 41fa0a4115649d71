import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const papers = [
  ...['README.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** The variables that lib/env.ts reads. */
const variables = [...read('lib/env.ts').matchAll(/^ {2}([A-Z][A-Z_\d]+):/gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'NODE_ENV');

it.each(papers)('%s names files and folders that there are', (paper) => {
  const text = read(paper);
  const code = [...text.matchAll(/`((?:app|lib|e2e|docs|drizzle|public)\/[^`*\s]+)`/g)];
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(
    ([, target = '']) => [target, path.join(path.dirname(paper), target)] as const,
  );
  const named = [...code.map(([, file = '']) => file), ...links.map(([, file]) => file)];
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

it.each(papers)('%s names commands that there are', (paper) => {
  const named = [...read(paper).matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

it.each(['README.md', 'docs/operations.md', '.env.example'])('%s has every variable', (paper) => {
  const text = read(paper);
  expect(variables.length).toBeGreaterThan(20);
  expect(variables.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
});

it('keeps the README to what fits on a few screens', () => {
  expect(read('README.md').split(/\s+/).length).toBeLessThan(1000);
});

/** Where npm looks for a package that another, at a place in the lock file, depends on. */
function isLocked(packages: Record<string, unknown>, from: string, name: string): boolean {
  const folders = from.split('/node_modules/');
  const places = folders.map((_, n) => [...folders.slice(0, n + 1), name].join('/node_modules/'));
  return [`node_modules/${name}`, ...places].some((place) => Object.hasOwn(packages, place));
}

it.each(['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64'])(
  'the lock file has every package for %s, without which `npm ci` refuses it',
  (platform) => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => name.includes(platform))
        .map((name) => [from, name] as const),
    );
    expect(wanted.length).toBeGreaterThan(3);
    expect(wanted.filter(([from, name]) => !isLocked(packages, from, name))).toEqual([]);
  },
);
