import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** What a file has the browser load of ours: a server action is called from there and not loaded. */
function loadedBy(file: string): string[] {
  const text = textOf(file);
  if (text.startsWith(`'use server'`)) return [];
  const imports = text.matchAll(/^(?:import|export)(?! type)[^;]*?from '@\/([^']+)'/gms);
  return [...imports].flatMap(([, target = '']) =>
    ['.ts', '.tsx'].map((end) => `${target}${end}`).filter((name) => existsSync(path.join(root, name))),
  );
}

function all(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of loadedBy(file)) all(next, seen);
  return seen;
}

const clients = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('app', file))
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && textOf(file).startsWith(`'use client'`));

it('sends the browser no library of languages, which would be 8 kB of every page', () => {
  const heavy = clients.filter((file) =>
    [...all(file)].some((loaded) => /^import (?!type )[^;]*?from 'next-intl/ms.test(textOf(loaded))),
  );
  expect(clients.length).toBeGreaterThan(10);
  expect(heavy).toEqual([]);
});
