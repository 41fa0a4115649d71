import type { Page } from '@playwright/test';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { becomeAdministrator } from '../../support/people/staff';
import { type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** A person with one name alone, from the contact information to the desk. */

for (const isScripted of [true, false]) {
  test.describe(isScripted ? 'with scripts' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: isScripted });

    for (const locale of ['en', 'fr'] as Locale[]) {
      const t = words(locale);

      test(`a person with one name alone files a claim, and an address is shown as typed (${locale})`, async ({
        page,
      }) => {
        const person = await newFiler(page, locale);
        await page.goto(t.path('/contact-information'));
        await oneName(page, 'Suharto', t('contact.noFirstName'));
        await page.locator('#email').fill('"pak suharto"@bücher.example');
        await page.locator('#currentPassword').fill(person.password);
        await page.getByRole('button', { name: t('contactInformation.save') }).click();
        await expect(page.getByText(t('contactInformation.saved'))).toBeVisible();
        await page.goto(t.path('/contact-information'));
        await expect(page.getByRole('checkbox', { name: t('contact.noFirstName') })).toBeChecked();
        await expect(page.locator('#email')).toHaveValue('"pak suharto"@bücher.example');
        const draft = await prepareClaim(page, locale);
        await page.goto(t.path('/claims/[draft]/plaintiffs', { draft }));
        await page
          .getByRole('link', { name: t('claim.party.change') })
          .first()
          .click();
        await page.locator('#lastName').fill('');
        await oneName(page, 'Suharto', t('claim.party.noFirstName'));
        await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
        await expect(page.getByRole('heading', { level: 2, name: 'Suharto', exact: true })).toBeVisible();
        await page.goto(t.path('/claims/[draft]/review', { draft }));
        await certifyAndSubmit(page, locale);
        await expect(page.getByRole('main')).toContainText('Suharto');
        await page.goto(t.path('/transactions'));
        await expect(page.getByRole('main')).toContainText('Suharto v. Northern Elevator Inc.');
      });
    }
  });
}

test('staff find filings as people write names', async ({ page, browser, court }) => {
  const t = words('en');
  await newFiler(page, 'en');
  const draft = await prepareClaim(page, 'en');
  await page.goto(t.path('/claims/[draft]/plaintiffs', { draft }));
  await page
    .getByRole('link', { name: t('claim.party.change') })
    .first()
    .click();
  await page.locator('#alsoKnownAs').fill('Siobhán O’Brien-Łukasiewicz, 王小明');
  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await expect(page).toHaveURL(new RegExp(`${t.path('/claims/[draft]/plaintiffs', { draft })}$`));
  await page.goto(t.path('/claims/[draft]/review', { draft }));
  const reference = await certifyAndSubmit(page, 'en');
  const desk = await (await browser.newContext({ baseURL: court.origin })).newPage();
  await becomeAdministrator(desk, court);
  for (const typed of ['LUKASIEWICZ, siobhan', 'obrien', "O'Brien Lukasiewicz", '小明', '王', 'xiaoming']) {
    await desk.goto(t.path('/admin/filings'));
    await desk.getByLabel(t('adminFilings.typed'), { exact: true }).fill(typed);
    await desk.getByRole('button', { name: t('adminFilings.search'), exact: true }).click();
    await expect(desk.getByRole('main').getByRole('row'), typed).toHaveCount(2);
    await expect(desk.getByRole('main'), typed).toContainText(reference);
  }
});

async function oneName(page: Page, name: string, box: string): Promise<void> {
  await page.locator('#lastName').fill(name);
  await page.getByRole('checkbox', { name: box, exact: true }).check();
}
