import type { Page } from '@playwright/test';
import { certifyAndSubmit, draftOf, prepareClaim } from '../../support/people/claim';
import { claimFile, newFiler } from '../../support/people/filer';
import { becomeAdministrator } from '../../support/people/staff';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** Text without a space, in every field and name, at the narrowest screen. */

const long = (sign: string) => sign.repeat(200);

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(320);
}

/** Puts 200 characters into every text field that is shown. */
async function fillAll(page: Page): Promise<void> {
  const fields = page.getByRole('main').locator('input:is([type=text],[type=tel],[type=password]), textarea');
  for (const field of await fields.all()) if (await field.isVisible()) await field.fill(long('W'));
}

test.use({ viewport: { width: 320, height: 640 } });

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`an answer that is too long is named with its limit and length (${locale})`, async ({ page }) => {
    await newFiler(page, locale);
    await page.goto(t.path('/contact-information'));
    await fillAll(page);
    await page.getByRole('button', { name: t('contactInformation.save') }).click();
    const said = t('errors.tooLong', { field: t('fieldName.city'), most: 100, length: 200 });
    await expect(page.getByTestId('error-summary')).toContainText(said);
    await expect(page.locator('#city-error')).toContainText(said);
    await expectNoSidewaysScroll(page);
  });

  test(`unbroken text wraps in the forms of visitors (${locale})`, async ({ page }) => {
    for (const path of ['/sign-in', '/sign-up', '/recover/id', '/recover/password', '/verify'] as const) {
      await page.goto(t.path(path));
      await fillAll(page);
      await page.getByRole('main').locator('button[type=submit], button:not([type])').first().click();
      await expect(page.getByRole('main')).toBeVisible();
      await expectNoSidewaysScroll(page);
    }
  });

  test(`unbroken names wrap from the claim to the desk (${locale})`, async ({ page, browser, court }) => {
    await newFiler(page, locale);
    const draft = await prepareClaim(page, locale);
    await page.goto(t.path('/contact-information'));
    for (const name of ['lastName', 'firstName', 'firm', 'address'])
      await page.locator(`#${name}`).fill(long('M'));
    await page.getByRole('button', { name: t('contactInformation.save') }).click();
    await expect(page.getByText(t('contactInformation.saved'))).toBeVisible();
    await expectNoSidewaysScroll(page);
    for (const step of ['plaintiffs', 'defendants'] as const) {
      await page.goto(t.path(`/claims/[draft]/${step}`, { draft }));
      await page
        .getByRole('link', { name: t('claim.party.change'), exact: false })
        .first()
        .click();
      await expect(page.locator('#address')).toBeVisible();
      for (const name of [
        'lastName',
        'firstName',
        'middleName',
        'organisationName',
        'alsoKnownAs',
        'address',
      ]) {
        const field = page.locator(`#${name}`);
        if (await field.isVisible()) await field.fill(long('W'));
      }
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`claim.${step}.title`));
      await expectNoSidewaysScroll(page);
    }
    await page.goto(t.path('/claims/[draft]/documents', { draft }));
    const file = await claimFile();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...file, name: `${long('w')}.pdf` });
    const upload = page.getByRole('button', { name: t('claim.documents.upload') }).first();
    if (await upload.isVisible()) await upload.click();
    await expect(page.getByRole('main')).toContainText(t('claim.documents.uploaded'));
    for (const path of ['/claims/[draft]', '/claims/[draft]/documents', '/claims/[draft]/review'] as const) {
      await page.goto(t.path(path, { draft }));
      await expectNoSidewaysScroll(page);
    }
    expect(draftOf(page)).toBe(draft);
    await page.goto(t.path('/drafts'));
    await expectNoSidewaysScroll(page);
    await page.goto(t.path('/claims/[draft]/review', { draft }));
    const reference = await certifyAndSubmit(page, locale);
    await expectNoSidewaysScroll(page);
    for (const path of ['/transactions', '/transactions/[reference]', '/account'] as const) {
      await page.goto(t.path(path, { reference }));
      await expectNoSidewaysScroll(page);
    }
    const desk = await (
      await browser.newContext({ baseURL: court.origin, viewport: { width: 320, height: 640 } })
    ).newPage();
    await becomeAdministrator(desk, court, locale);
    for (const path of ['/admin', '/admin/filings', '/admin/filings/[reference]', '/admin/emails'] as const) {
      await desk.goto(t.path(path, { reference }));
      await expectNoSidewaysScroll(desk);
    }
    await desk.close();
  });
}
