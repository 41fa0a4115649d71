import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import {
  accessibilityTree,
  isControl,
  isHeading,
  isLandmark,
  type Told,
  treeLines,
} from '../../support/accessibility-tree';
import {
  answerQuestions,
  certifyAndSubmit,
  draftOf,
  prepareClaim,
  startClaim,
} from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** What a screen reader is told of the ten main pages, and in which order. Each tree stands in the test's results. */

const named = (tree: readonly Told[], roles: readonly string[]) =>
  tree.filter(({ role }) => roles.includes(role)).map(({ role, name }) => `${role} ${name}`.trim());

/** One first heading, and none that skips a level. */
function expectHeadings(tree: readonly Told[], about: string): void {
  const levels = tree.filter(isHeading).map(({ level = 0 }) => level);
  expect(
    levels.filter((level) => level === 1),
    `${about}: first headings`,
  ).toHaveLength(1);
  expect(levels[0], `${about}: the first heading`).toBe(1);
  const skips = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
  expect(skips, `${about}: headings that skip a level`).toEqual([]);
  const nameless = tree.filter((one) => isHeading(one) && !one.name);
  expect(nameless, `${about}: headings without words`).toEqual([]);
}

/** Header, main part and footer once and in this order; whatever else is a landmark has a name of its own. */
function expectLandmarks(tree: readonly Told[], about: string): void {
  const whole = ['banner', 'main', 'contentinfo'];
  expect(named(tree, whole), `${about}: the parts of the page`).toEqual(whole);
  const others = tree.filter((one) => isLandmark(one) && !whole.includes(one.role));
  expect(
    others.filter(({ name }) => !name),
    `${about}: landmarks without a name`,
  ).toEqual([]);
  const names = others.map(({ role, name }) => `${role} ${name}`);
  expect(names, `${about}: two landmarks of one name`).toEqual([...new Set(names)]);
}

/** Every control says what it is, the way past the header first. */
function expectControls(tree: readonly Told[], about: string, skip: string): void {
  const controls = tree.filter(isControl);
  expect(controls[0], `${about}: the first control`).toMatchObject({ role: 'link', name: skip });
  expect(
    controls.filter(({ name }) => !name),
    `${about}: controls without a name`,
  ).toEqual([]);
}

async function examine(page: Page, called: string, skip: string, info: TestInfo): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const tree = await accessibilityTree(page);
  writeFileSync(info.outputPath(`${called}.txt`), treeLines(tree));
  const counts = [
    tree.filter(isHeading).length,
    tree.filter(isLandmark).length,
    tree.filter(isControl).length,
  ];
  process.stdout.write(`  ${called}: ${counts[0]} headings, ${counts[1]} landmarks, ${counts[2]} controls\n`);
  expectHeadings(tree, called);
  expectLandmarks(tree, called);
  expectControls(tree, called, skip);
}

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`what a screen reader is told of the main pages, in its order (${locale})`, async ({ page }, info) => {
    const see = (called: string) => examine(page, called, t('frame.skip'), info);
    for (const path of ['/', '/sign-in', '/sign-up', '/verify', '/help'] as const) {
      await page.goto(t.path(path));
      await see(path.slice(1) || 'home');
    }
    await newFiler(page, locale);
    await prepareClaim(page, locale);
    await certifyAndSubmit(page, locale);
    await see('confirmation');
    await startClaim(page, locale);
    await see('start-of-a-claim');
    const draft = draftOf(page);
    await answerQuestions(page, locale);
    await page.goto(t.path('/claims/[draft]/documents', { draft }));
    await see('documents');
    for (const path of ['/account', '/drafts'] as const) {
      await page.goto(t.path(path));
      await see(path.slice(1));
    }
  });
}
