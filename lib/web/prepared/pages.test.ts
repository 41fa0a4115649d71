import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { preparedPages, preparedPaths } from '@/lib/web/prepared/pages';
import { routeOf } from '@/lib/web/routes/route-of';

const root = path.resolve(import.meta.dirname, '../../..');

/** The source of a page, wherever its audience's folder is. */
function sourceOf(page: string): string {
  for (const audience of ['(home)', '(public)', '(one-key)']) {
    try {
      return readFileSync(path.join(root, 'app/[locale]', audience, page, 'page.tsx'), 'utf8');
    } catch {}
  }
  throw new Error(`${page} is no page of the public`);
}

it('has each page in both languages, by the address that it has in each', () => {
  const all = preparedPaths().map(([path]) => path);
  expect(all).toHaveLength(2 * Object.keys(preparedPages).length);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain('/en');
  expect(all).toContain('/fr/connexion');
  for (const path of all) expect(routeOf(path), path).not.toBe('other');
});

it.each(Object.entries(preparedPages))('%s says what it shows', (page, { scripts, facts = [], isDated }) => {
  const source = sourceOf(page);
  expect(source.includes('courtNow') || source.includes('DatePromise')).toBe(isDated ?? false);
  expect(source.includes('DatePromise')).toBe(facts.includes('calendar'));
  expect(source.includes('listCourts')).toBe(facts.includes('offices'));
  expect(source.includes('listOutages')).toBe(facts.includes('outages'));
  expect(source.includes('shownLimits') || source.includes('HomeCards')).toBe(facts.includes('settings'));
  expect(source.includes('listRegisterDays')).toBe(facts.includes('register'));
  if (scripts !== 'framework') expect(source).not.toMatch(/PageForm|cookies|currentActor|currentOwner/);
});
