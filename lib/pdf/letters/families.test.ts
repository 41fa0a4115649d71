import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { familiesFor, filesFor, resolve } from '@/lib/pdf/letters/families';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};
const families = familiesFor('');

test('the packages of fonts are those that the families are read from', () => {
  const asked = families.map((family) => ('folder' in family ? family.folder : family[400]));
  const packages = new Set(asked.map((folder) => folder.split('/').slice(0, 2).join('/')));
  const installed = Object.keys(dependencies).filter((name) => name.includes('/noto-'));
  expect([...packages].sort()).toEqual(installed.sort());
});

test.each([400, 700] as const)('every family has its files in weight %i', (weight) => {
  // Each letter is in one of the families; every family is asked for all of them.
  const letters = [...'ᓀعאԱგአকਕકକகతಕകකกກកကޏܐᏣᬩꦗꓡབᠮߒⵜ王김は𞤀𐓷🇨☃⠿∑'];
  const files = families.flatMap((family) => filesFor(family, letters, weight));
  const missing = files.filter(([{ path }]) => !existsSync(resolve(path)));
  expect(missing).toEqual([]);
  for (const family of families) expect(filesFor(family, letters, weight)).not.toEqual([]);
});
