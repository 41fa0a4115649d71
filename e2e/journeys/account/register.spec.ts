import { fillContact, newFiler, signIn, signUp } from '../../support/people/filer';
import { newPerson } from '../../support/people/person';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

test('the English pages use the headings and labels of the guide', async ({ page }) => {
  await signUp(page, 'en', newPerson());
  await expect(page.getByRole('heading', { level: 1, name: 'All Services from A to Z' })).toBeVisible();
  await page.getByRole('link', { name: 'Justice Services Online' }).click();
  for (const name of [
    'Justice Services Account Registration',
    'Welcome to justice services online',
    'Terms of use',
  ]) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  await page.getByLabel('I have read and agree to the terms of use*').check();
  await expect(page.getByRole('button', { name: 'Exit' }).first()).toBeAttached();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Contact information' })).toBeVisible();
  const labels = [
    'a lawyer',
    'an individual representing myself in a court proceeding',
    'Last name *',
    'First name *',
    'Firm, business or corporation name (optional)',
    'Address (street name, number, unit, P.O. box) *',
    'City, town or village *',
    'Country *',
    'Province/State *',
    'Postal/Zip code *',
    'Phone number *',
    'Extension (optional)',
    'Fax number (optional)',
    'Email address *',
  ];
  for (const label of labels) await expect(page.getByLabel(label, { exact: true }), label).toBeVisible();
  await expect(page.getByText('If you are a non-lawyer assisting a lawyer')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Confirm registration' })).toBeVisible();
});

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`terms, then contact information, then My account (${locale})`, async ({ page }) => {
    await newFiler(page, locale);
    for (const key of ['drafts', 'transactions', 'contactInformation', 'termsOfUse']) {
      await expect(
        page.getByRole('main').getByRole('link', { name: t(`account.${key}.name`) }),
      ).toBeVisible();
    }
    await expect(page.getByText(t('account.file'))).toBeVisible();
    await expect(page.getByRole('button', { name: t('account.start') })).toBeVisible();

    await page.goto(t.path('/terms-accepted'));
    await expect(page.getByRole('main')).toContainText('2026-11');

    await page.goto(t.path('/account'));
    await page
      .getByRole('main')
      .getByRole('button', { name: t('account.exit') })
      .click();
    await expect(page).toHaveURL(new RegExp(`${t.path('/')}$`));
    await page.goto(t.path('/account'));
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
  });

  test(`the terms come before everything else and must be accepted (${locale})`, async ({ page }) => {
    await signUp(page, locale, newPerson());
    for (const address of ['/account', '/drafts', '/transactions', '/register/contact'] as const) {
      await page.goto(t.path(address));
      await expect(page).toHaveURL(new RegExp(`${t.path('/register/terms')}$`));
    }
    await page.getByRole('button', { name: t('registerTerms.next') }).click();
    await expect(page.getByTestId('error-summary')).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${t.path('/register/terms')}$`));
  });

  test(`contact information is checked for its country, trifles are mended (${locale})`, async ({ page }) => {
    const person = newPerson();
    await signUp(page, locale, person);
    await page.goto(t.path('/register/terms'));
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: t('registerTerms.next') }).click();
    await fillContact(page, locale, person);
    await page.getByLabel(t('address.postalCode'), { exact: true }).fill('90210');
    await page.getByLabel(t('contact.phone'), { exact: true }).fill('123');
    await page.getByLabel(t('contact.email'), { exact: true }).fill('nobody');
    await page.getByRole('button', { name: t('registerContact.confirm') }).click();
    for (const name of ['postalCode', 'phone', 'email']) {
      await expect(page.locator(`#${name}-error`), name).toBeVisible();
    }
    await expect(page.getByLabel(t('contact.lastName'), { exact: true })).toHaveValue('Tremblay');
    await fillContact(page, locale, person);
    await page.getByRole('button', { name: t('registerContact.confirm') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.title'));

    await page.goto(t.path('/contact-information'));
    await expect(page.getByLabel(t('address.postalCode'), { exact: true })).toHaveValue('L4M 3P2');
    await page.getByLabel(t('address.city'), { exact: true }).fill('Orillia');
    await page.getByRole('button', { name: t('contactInformation.save') }).click();
    await expect(page.getByText(t('contactInformation.saved'))).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(t('address.city'), { exact: true })).toHaveValue('Orillia');
  });
}

test('who has an account goes from signing in straight to My account', async ({ page }) => {
  const person = await newFiler(page, 'en');
  await page.context().clearCookies();
  await page.goto('/en/sign-in');
  await signIn(page, 'en', person);
  await expect(page).toHaveURL(/\/en\/(account|services)$/);
});
