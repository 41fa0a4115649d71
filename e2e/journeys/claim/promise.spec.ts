import type { Page } from '@playwright/test';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { inOne, type Locale, oneOf, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const monday = { en: 'Monday, November 23, 2026', fr: 'lundi 23 novembre 2026' };
const tuesday = { en: 'Tuesday, November 24, 2026', fr: 'mardi 24 novembre 2026' };
/** Monday, a second before the court closes, and when it closes. */
const beforeClosing = '2026-11-23T21:59:59.000Z';
const closing = '2026-11-23T22:00:00.000Z';

for (const [locale, javaScriptEnabled] of oneOf('en', [
  ['en', true],
  ['fr', false],
])) {
  test(`a submission that lands after the closing is confirmed under its new date (${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
    standingClock,
    startCourt,
  }) => {
    standingClock.moveTo(beforeClosing);
    const court = await startCourt({ clock: standingClock.setting });
    const context = await browser.newContext({ baseURL: court.origin, javaScriptEnabled });
    const page = await context.newPage();
    const t = words(locale);
    const main = page.getByRole('main');
    const certify = page.getByLabel(t('claim.review.certify'), { exact: true });
    await newFiler(page, locale);
    await prepareClaim(page, locale);
    await expect(main.locator('[name=promised]')).toHaveValue('2026-11-23');
    await certify.check();
    standingClock.moveTo(closing);
    await page.getByRole('button', { name: t('claim.review.submit') }).click();
    await expect(main.getByRole('alert').filter({ hasText: tuesday[locale] })).toBeVisible();
    await expect(certify).not.toBeChecked();
    await expect(main.locator('[name=promised]')).toHaveValue('2026-11-24');
    await certifyAndSubmit(page, locale);
    await expect(main).toContainText(tuesday[locale]);
    await context.close();
  });
}

test('the promise is right again when the office closes while the page stands open', async ({
  browser,
  standingClock,
  startCourt,
}) => {
  standingClock.moveTo(beforeClosing);
  const court = await startCourt({ clock: standingClock.setting });
  const pages = new Map<Locale, Page>();
  const promise = (page: Page) => page.getByTestId('date-promise');
  for (const locale of ['en', 'fr'] as Locale[]) {
    const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await page.goto(words(locale).path('/'));
    await expect(promise(page)).toContainText(monday[locale]);
    pages.set(locale, page);
  }
  standingClock.moveTo(closing);
  for (const [locale, page] of pages) {
    await expect(promise(page)).toContainText(tuesday[locale]);
    await expect(promise(page)).not.toContainText(monday[locale]);
    await page.close();
  }
});

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`what changed in another window is shown before it is certified (${locale})`, async ({ page }) => {
    await newFiler(page, locale);
    const draft = await prepareClaim(page, locale);
    const other = await page.context().newPage();
    await other.goto(t.path('/claims/[draft]/nature', { draft }));
    await other.getByRole('radio', { name: t('nature.construction'), exact: true }).check();
    await other.getByRole('button', { name: t('claim.saveAndContinue') }).click();
    await expect(other).not.toHaveURL(/nature/);
    const main = page.getByRole('main');
    await expect(main).not.toContainText(t('nature.construction'));
    await page.getByLabel(t('claim.review.certify'), { exact: true }).check();
    await page.getByRole('button', { name: t('claim.review.submit') }).click();
    await expect(main.getByRole('alert')).toContainText(t('claim.review.contentChanged'));
    await expect(main).toContainText(t('nature.construction'));
    await certifyAndSubmit(page, locale);
    await expect(main).toContainText(t('confirmation.issued.form-14a'));
  });
}
