import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What each part may import of ours; README.md, Decisions. `env`, `log` and messages are open to all but domain and pdf. */
const allowed: Record<string, string[]> = {
  domain: [],
  pdf: ['domain'],
  services: ['pdf types'],
  data: ['domain', 'drizzle', 'pdf types'],
  mail: ['domain'],
  web: ['data', 'domain', 'services/clock'],
  jobs: ['data', 'domain', 'mail', 'pdf', 'services'],
  ui: ['web', 'domain', 'services/clock', 'data types', 'api types'],
  app: ['ui', 'web', 'data', 'domain', 'mail', 'jobs', 'services/clock'],
  api: ['ui', 'web', 'data', 'domain', 'mail', 'jobs', 'services'],
};

const root = path.resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|testing|\.d\.ts/.test(file));
}

/** The part of the house that a file belongs to. */
function partOf(file: string): string {
  const [top, second = ''] = file.split('/');
  if (top === 'drizzle') return 'drizzle';
  if (top === 'app') return second === 'ui' || second === 'api' ? second : 'app';
  return /\.[a-z]+$/.test(second) || file.split('/').length === 2 ? 'open' : second;
}

function breaches(file: string): string[] {
  const part = partOf(file);
  const mine = allowed[part];
  if (!mine) return [];
  const text = readFileSync(path.join(root, file), 'utf8');
  const imports = [...text.matchAll(/^(import|export)( type)? [^;]*?from '(@\/|\.{1,2}\/)([^']+)'/gms)];
  return imports.flatMap(([, , isType, start, rest = '']) => {
    const target = start === '@/' ? rest : path.join(path.dirname(file), `${start}${rest}`);
    const to = partOf(target);
    const open = to === 'open' || to === part || target.startsWith('lib/messages/');
    const named = mine.includes(to) || mine.some((entry) => target.startsWith(`lib/${entry}`));
    const asType = isType && mine.includes(`${to} types`);
    const closed = to === 'open' && (part === 'domain' || part === 'pdf');
    return (open || named || asType) && !closed ? [] : [`${file} -> ${target}`];
  });
}

it('imports only in the direction that was decided', () => {
  const files = [...sources('lib'), ...sources('app')];
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(breaches)).toEqual([]);
});

it('reads the environment in one file and the time in another', () => {
  const reads = (pattern: RegExp, except: RegExp) =>
    [...sources('lib'), ...sources('app')].filter(
      (file) => !except.test(file) && pattern.test(readFileSync(path.join(root, file), 'utf8')),
    );
  expect(reads(/process\.env/, /^lib\/env\.ts$/)).toEqual([]);
  expect(reads(/Date\.now\(\)|new Date\(\)/, /^lib\/services\/clock\.ts$/)).toEqual([]);
});

it('lets a client component reach no data, no job and no service', () => {
  const clients = [...sources('app')].filter((file) =>
    readFileSync(path.join(root, file), 'utf8').startsWith(`'use client'`),
  );
  const reaching = clients.filter((file) =>
    /^import (?!type )[^;]*?from '@\/lib\/(data|jobs|services|mail|env|log)/ms.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(clients.length).toBeGreaterThan(0);
  expect(reaching).toEqual([]);
});
