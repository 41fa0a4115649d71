import type { Page } from '@playwright/test';
import { certifyAndSubmit, prepareClaim } from '../support/claim';
import { newFiler } from '../support/filer';
import { expect, test } from '../support/test';
import { type Locale, words } from '../support/words';

const monday = { en: 'Monday, November 23, 2026', fr: 'lundi 23 novembre 2026' };
const tuesday = { en: 'Tuesday, November 24, 2026', fr: 'mardi 24 novembre 2026' };
/** A minute before the court closes on Monday: time to come to the review page. */
const closing = '2026-11-23T21:59:00.000Z';

/** Waits until the court has closed, whatever the page shows. */
async function untilClosed(page: Page, locale: Locale): Promise<void> {
  const promised = async () => (await page.request.get(`/api/date-promise?locale=${locale}`)).text();
  await expect.poll(promised, { timeout: 70_000, intervals: [500] }).not.toContain(monday[locale]);
}

/** Opens the review page before the court closes, submits after, and confirms the new date. */
async function submitAcrossClosing(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  const main = page.getByRole('main');
  const certify = page.getByLabel(t('claim.review.certify'), { exact: true });
  await newFiler(page, locale);
  await prepareClaim(page, locale);
  await expect(main.locator('[name=promised]')).toHaveValue('2026-11-23');
  await certify.check();
  await untilClosed(page, locale);
  await page.getByRole('button', { name: t('claim.review.submit') }).click();
  await expect(main.getByRole('alert').filter({ hasText: tuesday[locale] })).toBeVisible();
  await expect(certify).not.toBeChecked();
  await expect(main.locator('[name=promised]')).toHaveValue('2026-11-24');
  await certifyAndSubmit(page, locale);
  await expect(main).toContainText(tuesday[locale]);
}

for (const [locale, javaScriptEnabled] of [
  ['en', true],
  ['fr', false],
] as [Locale, boolean][]) {
  test(`a submission that lands after the closing is confirmed under its new date (${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
    startCourt,
  }) => {
    test.slow();
    const court = await startCourt({ clock: closing });
    const context = await browser.newContext({ baseURL: court.origin, javaScriptEnabled });
    await submitAcrossClosing(await context.newPage(), locale);
    await context.close();
  });
}

test('the promise is right again when the office closes while the page stands open', async ({
  browser,
  startCourt,
}) => {
  const court = await startCourt({ clock: '2026-11-23T21:59:45.000Z' });
  for (const locale of ['en', 'fr'] as Locale[]) {
    const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await page.goto(words(locale).path('/'));
    await expect(page.getByTestId('date-promise')).toContainText(tuesday[locale], { timeout: 20_000 });
    await expect(page.getByTestId('date-promise')).not.toContainText(monday[locale], { timeout: 20_000 });
    await page.close();
  }
});

for (const locale of ['en', 'fr'] as Locale[]) {
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
    await expect(main).toContainText(t('confirmation.issued'));
  });
}
