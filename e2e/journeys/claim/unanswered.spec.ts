import type { Page } from '@playwright/test';
import { certifyAndSubmit, draftOf, prepareClaim, startClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** What was typed is lost neither with the court's database nor with the person's own connection. */

const alert = (page: Page, locale: Locale) =>
  page.getByTestId('error-summary').filter({ hasText: words(locale)('common.unanswered') });

test('a form that is sent while the database is away stays as it was typed', async ({
  browser,
  haltingCourt: court,
}) => {
  const [locale, t] = ['en', words('en')] as const;
  const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
  await newFiler(page, locale);
  await startClaim(page, locale);
  await page.goto(t.path('/claims/[draft]/plaintiffs/[party]', { draft: draftOf(page), party: 'new' }));
  const [lastName, city] = [page.locator('[name=lastName]'), page.locator('[name=city]')];
  await lastName.fill('Lévesque');
  await city.fill('Kapuskasing');
  await court.database.halt();
  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await expect(alert(page, locale)).toBeFocused();
  await expect(lastName).toHaveValue('Lévesque');
  await expect(city).toHaveValue('Kapuskasing');
  await court.database.resume();
  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.plaintiffs.title'));
  const [saved] = await court.sql`select answers from drafts`;
  expect(saved?.answers.parties[0]).toMatchObject({ lastName: 'Lévesque', city: 'Kapuskasing' });
  await page.close();
});

test('a submission without a connection is sent again, and taken once', async ({ browser, court }) => {
  const locale = 'fr';
  const context = await browser.newContext({ baseURL: court.origin });
  const page = await context.newPage();
  await newFiler(page, locale);
  await prepareClaim(page, locale);
  const t = words(locale);
  const certify = page.getByLabel(t('claim.review.certify'), { exact: true });
  await certify.check();
  await context.setOffline(true);
  await page.getByRole('button', { name: t('claim.review.submit') }).click();
  await expect(alert(page, locale)).toBeFocused();
  await context.setOffline(false);
  // The submission arrives, and its answer is lost on the way.
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await certify.check();
  await page.getByRole('button', { name: t('claim.review.submit') }).click();
  await expect(alert(page, locale)).toBeFocused();
  await page.unroute('**/*');
  await certifyAndSubmit(page, locale);
  await page.goto(t.path('/transactions'));
  await expect(page.getByRole('main').getByRole('link', { name: /R-/ })).toHaveCount(1);
  await page.close();
});
