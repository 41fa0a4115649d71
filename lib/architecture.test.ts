import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What each part may import of ours. `env`, `log` and messages are open to all but domain and pdf. */
const allowed: Record<string, string[]> = {
  domain: ['messages types'],
  pdf: ['domain'],
  services: ['pdf types'],
  storage: ['services/clock'],
  data: ['domain', 'drizzle', 'pdf types'],
  mail: ['domain'],
  web: ['data', 'domain', 'services/clock'],
  jobs: ['data', 'domain', 'mail', 'pdf', 'services', 'storage'],
  ui: ['web', 'domain', 'services/clock', 'data types', 'api types'],
  app: ['ui', 'web', 'data', 'domain', 'mail', 'jobs', 'services/clock'],
  api: ['ui', 'web', 'data', 'domain', 'mail', 'jobs', 'services', 'storage'],
};

/** Rooms from the ground up: one imports those before it. Rooms in one string stand side by side and do not import each other. */
const rooms: Record<string, string[]> = {
  domain: [
    'access',
    'contact',
    'court account sign-in',
    'settings',
    'claim',
    'filing',
    'register approval',
    'health',
  ],
  data: [
    'db',
    'access',
    'secrets',
    'audit',
    'settings',
    'register',
    'mail',
    'sign-in',
    'account',
    'recovery',
    'court',
    'filing',
    'approval',
    'search',
    'claim',
    'health',
  ],
  pdf: [
    'syntax',
    'read',
    'pdf-js warnings',
    'signature',
    'placement',
    'letters',
    'drawing',
    'mending',
    'seal',
  ],
};

const root = path.resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts|^lib\/testing\//.test(file));
}

/** The part of the house that a file belongs to. */
function partOf(file: string): string {
  const [top, second = ''] = file.split('/');
  if (top === 'drizzle') return 'drizzle';
  if (top === 'app') return second === 'ui' || second === 'api' ? second : 'app';
  return /\.[a-z]+$/.test(second) || file.split('/').length === 2 ? 'open' : second;
}

/** What a file imports of ours, as paths from the root. */
function importsOf(file: string): { target: string; isType: boolean }[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const imports = [...text.matchAll(/^(?:import|export)( type)? [^;]*?from '(@\/|\.{1,2}\/)([^']+)'/gms)];
  const dynamic = [...text.matchAll(/\bimport\(()'(@\/|\.{1,2}\/)([^']+)'\)/g)];
  return [...imports, ...dynamic].map(([, isType, start, rest = '']) => ({
    target: start === '@/' ? rest : path.join(path.dirname(file), `${start}${rest}`),
    isType: Boolean(isType),
  }));
}

function breaches(file: string): string[] {
  const part = partOf(file);
  const mine = allowed[part];
  if (!mine) return [];
  return importsOf(file).flatMap(({ target, isType }) => {
    const to = partOf(target);
    const open = to === 'open' || to === part || (to === 'messages' && part !== 'domain' && part !== 'pdf');
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

/** Imports that climb to a room above, or cross to one beside. */
function climbs(file: string): string[] {
  const part = partOf(file);
  const levels = (rooms[part] ?? []).map((level) => level.split(' '));
  const levelOf = (name: string | undefined) => levels.findIndex((level) => level.includes(name ?? ''));
  const mine = file.split('/')[2];
  return importsOf(file).flatMap(({ target }) => {
    const [, toPart, theirs] = target.split('/');
    if (toPart !== part || theirs === mine || levelOf(theirs) < 0) return [];
    return levelOf(theirs) < levelOf(mine) ? [] : [`${file} -> ${target}`];
  });
}

it('imports only rooms that stand below', () => {
  const files = Object.keys(rooms).flatMap((part) => sources(`lib/${part}`));
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap(climbs)).toEqual([]);
});

it('has at most 14 source files in a folder', () => {
  const counts = new Map<string, number>();
  for (const file of ['lib', 'app', 'e2e'].flatMap(sources))
    counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(100);
  expect([...counts].filter(([, count]) => count > 14)).toEqual([]);
});

it('lets the product import nothing that tests alone use', () => {
  const all = [...sources('lib'), ...sources('app'), 'proxy.ts', 'instrumentation.ts', 'next.config.ts'];
  const reaching = all.filter((file) =>
    importsOf(file).some(({ target }) => target.startsWith('lib/testing/')),
  );
  expect(reaching).toEqual([]);
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
    /^import (?!type )[^;]*?from '@\/lib\/(data|jobs|services|storage|mail|env|log)/ms.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(clients.length).toBeGreaterThan(0);
  expect(reaching).toEqual([]);
});
