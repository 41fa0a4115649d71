import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { contractionsOf } from '@/lib/testing/db/contractions';

/**
 * Two releases work on one database while servers are replaced: a migration first adds, and what is no longer used goes one release
 * later. docs/contributing.md has the rule.
 */

/** The first migration that the rule holds for. */
const first = '0018';

/**
 * Migrations that take something away, by file, and the release, a heading of CHANGELOG.md, that was the last to use it: it must not be
 * the one that is about to be made.
 */
const lastUsedIn: Record<string, string> = {};

const sqlOf = (file: string) => readFileSync(path.join('drizzle', file), 'utf8');
const all = readdirSync('drizzle').filter((file) => file.endsWith('.sql'));
const findings = (file: string) => contractionsOf(sqlOf(file)).map((found) => `${file} ${found}`);

it('adds in the newest migrations, and takes away only what a release before has ceased to use', () => {
  const ruled = all.filter((file) => file >= first);
  expect(ruled.length).toBeGreaterThan(2);
  expect(ruled.filter((file) => !Object.hasOwn(lastUsedIn, file)).flatMap(findings)).toEqual([]);
});

it('names releases that there are, of migrations that do take something away', () => {
  const released = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## \[?(\d[\w.-]*)/gm)].map(
    ([, name]) => name,
  );
  for (const [file, release] of Object.entries(lastUsedIn)) {
    expect(released).toContain(release);
    expect(findings(file).length).toBeGreaterThan(0);
  }
});

it('sees what earlier migrations took away', () => {
  const kindsOf = (start: string) =>
    all
      .filter((file) => file.startsWith(start))
      .flatMap((file) => contractionsOf(sqlOf(file)).map((found) => found.split(':')[0]));
  expect(kindsOf('0009')).toEqual(expect.arrayContaining(['renames a table', 'renames a column']));
  expect(kindsOf('0010')).toContain('asks a column to be filled');
  expect(kindsOf('0011')).toContain('drops a table');
  expect(kindsOf('0019')).toEqual([]);
});

it.each([
  ['ALTER TABLE "a" ADD COLUMN "b" text NOT NULL;', 'adds a column to be filled'],
  ['ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE integer;', 'changes a type'],
  ['ALTER TABLE "a" ALTER COLUMN "b" DROP DEFAULT;', 'takes a default'],
  ['ALTER TABLE "a"\n  DROP COLUMN "b";', 'drops a column'],
])('knows %s', (sql, kind) => {
  expect(contractionsOf(sql).map((found) => found.split(':')[0])).toEqual([kind]);
});

it.each([
  'ALTER TABLE "a" ADD COLUMN "b" text;',
  'ALTER TABLE "a" ADD COLUMN "b" smallint DEFAULT 1 NOT NULL;',
  'ALTER TABLE "a" ALTER COLUMN "b" DROP NOT NULL;',
  'CREATE TABLE "a" ("b" text NOT NULL);',
  'ALTER INDEX "a" RENAME TO "b";',
])('lets %s pass', (sql) => {
  expect(contractionsOf(sql)).toEqual([]);
});
