import type { Page } from '@playwright/test';
import { giveCode, keepCodes, setUpAuthenticator } from '../../support/people/authenticator';
import { signIn, signUp } from '../../support/people/filer';
import { givePasskeyDevice } from '../../support/people/passkey-device';
import { newPerson, type Person } from '../../support/people/person';
import { inOne, type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

async function passwordAlone(page: Page, locale: Locale, person: Person): Promise<void> {
  await page.context().clearCookies();
  await page.goto(words(locale).path('/sign-in'));
  await signIn(page, locale, person);
}

async function newAccount(page: Page, locale: Locale): Promise<Person> {
  const person = newPerson();
  await signUp(page, locale, person);
  await page.getByRole('link', { name: words(locale)('services.twoStep') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(locale)('twoStep.title'));
  return person;
}

async function expectHeading(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
}

for (const locale of inOne('en')) {
  const t = words(locale);
  const secondStep = t('secondStep.title');
  const services = t('services.title');

  test(`an authenticator app is set up, and from then on asked for; until then nothing opens (${locale})`, async ({
    page,
  }) => {
    const person = await newAccount(page, locale);
    const { app, codes } = await setUpAuthenticator(page, locale);
    expect(new Set(codes).size).toBe(10);
    await expectHeading(page, t('twoStep.title'));
    await passwordAlone(page, locale, person);
    await expectHeading(page, secondStep);
    for (const address of ['/services', '/recovery-info', '/two-step', '/account'] as const) {
      await page.goto(t.path(address));
      await expectHeading(page, secondStep);
    }
    await page.getByLabel(t('secondStep.code.label'), { exact: true }).fill('12345');
    await page.getByRole('button', { name: t('secondStep.code.send'), exact: true }).click();
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.enterOneTimeCode'));
    await giveCode(page, locale, app);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(secondStep);
    await page.goto(t.path('/services'));
    await expectHeading(page, services);
  });

  test(`a recovery code takes the place of the app, once; five wrong codes end the sign-in (${locale})`, async ({
    page,
  }) => {
    const person = await newAccount(page, locale);
    const { codes } = await setUpAuthenticator(page, locale);
    const [code = ''] = codes;
    const give = async (typed: string) => {
      await page.getByLabel(t('secondStep.recovery.label'), { exact: true }).fill(typed);
      await page.getByRole('button', { name: t('secondStep.recovery.send'), exact: true }).click();
    };
    await passwordAlone(page, locale, person);
    await give(code.toLowerCase().replaceAll('-', ' '));
    await expectHeading(page, services);
    await page.goto(t.path('/two-step'));
    await expect(page.getByRole('main')).toContainText('9');

    await passwordAlone(page, locale, person);
    for (let wrong = 1; wrong <= 4; wrong += 1) {
      await give(code);
      await expect(page.getByTestId('error-summary')).toContainText(t('errors.recoveryCodeWrong'));
      await page.goto(t.path('/second-step'));
    }
    await give(code);
    await expect(page.getByText(t('signIn.ended.words'))).toBeVisible();
    await page.goto(t.path('/services'));
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
  });

  test(`a passkey signs in by itself, is a second step, and can be removed (${locale})`, async ({ page }) => {
    await givePasskeyDevice(page);
    const person = await newAccount(page, locale);
    await page.getByRole('link', { name: t('twoStep.passkeys.add'), exact: true }).click();
    await page.getByLabel(t('addPasskey.name')).fill('Zoé’s phone');
    await page.getByRole('button', { name: t('addPasskey.make'), exact: true }).click();
    await keepCodes(page, locale);
    await expect(page.getByRole('main')).toContainText('Zoé’s phone');

    await page.context().clearCookies();
    await page.goto(t.path('/sign-in'));
    await page.getByRole('button', { name: t('passkeyButton.withPasskey'), exact: true }).click();
    await expectHeading(page, services);

    await passwordAlone(page, locale, person);
    await expectHeading(page, secondStep);
    await page.getByRole('button', { name: t('passkeyButton.withPasskey'), exact: true }).click();
    await expectHeading(page, services);

    await page.goto(t.path('/two-step'));
    await page.getByRole('button', { name: new RegExp(`^${t('twoStep.passkeys.remove')} Zoé`) }).click();
    await expect(page.getByText(t('twoStep.changed.passkey-removed'))).toBeVisible();
    await passwordAlone(page, locale, person);
    await expectHeading(page, services);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the app is set up and asked for, and the page says what a passkey needs', async ({ page }) => {
    const t = words('en');
    const person = await newAccount(page, 'en');
    const { app } = await setUpAuthenticator(page, 'en');
    await passwordAlone(page, 'en', person);
    await expectHeading(page, t('secondStep.title'));
    await giveCode(page, 'en', app);
    await expectHeading(page, t('services.title'));
    await page.context().clearCookies();
    await page.goto('/en/sign-in');
    await expect(page.getByText(t('passkeyButton.needsScript'))).toBeVisible();
  });
});
