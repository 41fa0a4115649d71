import type { Locator, Page } from '@playwright/test';
import { pdfFile } from '../../fixtures/papers';
import { unfitClaimPdf, unfitWords } from '../../fixtures/unfit-claim';
import { checkPdf, pagesOf } from '../../support/pdf';
import {
  answerQuestions,
  certifyAndSubmit,
  draftOf,
  nameParties,
  startClaim,
  uploadClaim,
} from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** What can be mended in a file is mended in a copy, shown before and after, and filed if its filer says so. */

const drawn = (picture: Locator) =>
  picture.evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0));

async function mendsAndUses(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  const main = page.getByRole('main');
  const mend = main.getByRole('button', { name: t('mending.mendOf', { name: 'Unfit.pdf' }), exact: true });
  await mend.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('mending.title'));
  const resized = { page: 2, percent: 94, paper: t('mending.papers.a4') };
  for (const said of [
    t('mending.changes.resized', resized),
    t('mending.changes.turned', { page: 3 }),
    t('mending.changes.leftOut', { page: 4 }),
    t('mending.changes.flattened', { page: 5 }),
    '5 pages',
    '4 pages',
  ])
    await expect(main).toContainText(said);
  for (const number of [2, 3, 4, 5]) {
    const picture = main.getByAltText(t('mending.altBefore', { page: number }), { exact: true });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => drawn(picture)).toBeGreaterThan(500);
  }
  for (const number of [2, 3, 4]) {
    const picture = main.getByAltText(t('mending.altAfter', { page: number }), { exact: true });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => drawn(picture)).toBeGreaterThan(500);
  }
  await main
    .getByRole('button', { name: t('mending.use'), exact: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.documents.title'));
  await expect(main).toContainText(t('mending.inUse'));
  await expect(main).not.toContainText(t('documentWarning.heading', { name: 'Unfit.pdf' }));
}

async function filesMendedCopy(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  const main = page.getByRole('main');
  await newFiler(page, locale);
  await startClaim(page, locale);
  const draft = draftOf(page);
  await answerQuestions(page, locale);
  await nameParties(page, locale);
  const file = pdfFile('Unfit.pdf', await unfitClaimPdf({ fields: true }));
  await uploadClaim(page, locale, file);
  await mendsAndUses(page, locale);

  await main.getByRole('link', { name: t('mending.lookOf', { name: 'Unfit.pdf' }), exact: true }).click();
  await main
    .getByRole('button', { name: t('mending.goBack'), exact: true })
    .first()
    .click();
  await expect(main).toContainText(t('documentWarning.heading', { name: 'Unfit.pdf' }));
  await expect(main).not.toContainText(t('mending.inUse'));
  await mendsAndUses(page, locale);

  await page.goto(t.path('/claims/[draft]/review', { draft }));
  const reference = await certifyAndSubmit(page, locale);
  await page.goto(t.path('/transactions/[reference]', { reference }));
  const link = main.getByRole('link', { name: t('downloads.sealed') });
  const sealed = await (await page.request.get((await link.getAttribute('href')) ?? '')).body();
  checkPdf(sealed);
  const { sizes, text } = pagesOf(sealed);
  expect(sizes).toEqual(Array(4).fill('612 x 792'));
  for (const said of [unfitWords.a4, unfitWords.sideways, unfitWords.last, 'Filled in by hand'])
    expect(text).toContain(said);
}

test('a file with an A4 page, one on its side and a blank one is mended, and filed as mended (en)', async ({
  page,
}) => {
  await filesMendedCopy(page, 'en');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a file is mended by the buttons of forms all the same (fr)', async ({ page }) => {
    await filesMendedCopy(page, 'fr');
  });
});
