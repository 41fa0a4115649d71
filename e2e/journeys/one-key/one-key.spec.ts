import { fillSignUp, signIn, signUp } from '../../support/people/filer';
import { newPerson } from '../../support/people/person';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

test('the English pages use the labels of the guide', async ({ page }) => {
  await page.goto('/en/sign-in');
  for (const label of ['ONE-key ID:', 'Password:']) await expect(page.getByLabel(label)).toBeVisible();
  for (const name of ["Can't access your account?", 'Learn more', 'Sign up now!']) {
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Sign up now!' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ONE-key Account Registration' })).toBeVisible();
  const labels = [
    '* Choose your ONE-key ID:',
    '* Password:',
    '* Confirm your password:',
    '* Security Question 1:',
    '* Question 3 Answer:',
    'Email Address:',
  ];
  for (const label of labels) await expect(page.getByLabel(label, { exact: true })).toBeVisible();
  for (const name of ['Create your ID and Password', 'Password Recovery Info', 'Optional ID Recovery Info']) {
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  await expect(page.getByRole('button', { name: 'Sign up' })).toBeVisible();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(/\/en\/sign-in$/);
});

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a visitor registers, signs out and signs in again (${locale})`, async ({ page }) => {
    const person = newPerson();
    await signUp(page, locale, person);
    await page.context().clearCookies();
    await page.goto(t.path('/services'));
    await expect(page).toHaveURL(new RegExp(`${t.path('/sign-in')}\\?next=`));
    await signIn(page, locale, { ...person, oneKeyId: person.oneKeyId.toUpperCase() });
    await expect(page).toHaveURL(new RegExp(`${t.path('/services')}$`));
  });

  test(`a wrong password and an unknown ID are refused in the same words (${locale})`, async ({ page }) => {
    const person = newPerson();
    await signUp(page, locale, person);
    await page.context().clearCookies();
    for (const wrong of [{ ...person, password: 'not the right words' }, newPerson()]) {
      await page.goto(t.path('/sign-in'));
      await signIn(page, locale, wrong);
      await expect(page.getByTestId('error-summary')).toContainText(t('errors.signInFailed'));
      await expect(page.getByLabel(t('signIn.oneKeyId'))).toHaveValue(wrong.oneKeyId);
      await expect(page.getByLabel(t('signIn.password'), { exact: true })).toHaveValue('');
    }
  });

  test(`what is wrong is said at each field and nothing typed is lost but passwords (${locale})`, async ({
    page,
  }) => {
    const taken = newPerson();
    await signUp(page, locale, taken);
    await page.context().clearCookies();
    await page.goto(t.path('/sign-up'));
    await fillSignUp(page, locale, taken);
    await page.getByLabel(t('signUp.password'), { exact: true }).fill('short');
    await page.getByRole('checkbox').uncheck();
    await page.getByLabel(t('signUp.answer', { n: 3 }), { exact: true }).fill(' BISCUIT ');
    await page.getByRole('button', { name: t('signUp.signUp') }).click();

    const summary = page.getByTestId('error-summary');
    await expect(summary).toBeFocused();
    for (const name of ['oneKeyId', 'password', 'acceptTerms', 'answer3']) {
      await expect(summary.locator(`a[href="#${name}"]`), name).toBeVisible();
      await expect(page.locator(`#${name}-error`), name).toBeVisible();
    }
    await expect(page.locator('#oneKeyId-error')).toContainText(t('errors.oneKeyIdTaken'));
    await expect(page.getByLabel(t('signUp.oneKeyId'), { exact: true })).toHaveValue(taken.oneKeyId);
    await expect(page.getByLabel(t('signUp.email'), { exact: true })).toHaveValue(taken.email);
    await expect(page.getByLabel(t('signUp.answer', { n: 1 }), { exact: true })).toHaveValue('Biscuit');
    await expect(page.getByLabel(t('signUp.question', { n: 2 }), { exact: true })).not.toHaveValue('');
    await expect(page.getByLabel(t('signUp.password'), { exact: true })).toHaveValue('');
  });
}

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`a password can be shown, and how strong it is is said while it is typed (${locale})`, async ({
    page,
  }) => {
    const scripts: string[] = [];
    page.on('response', async (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) scripts.push(await response.text().catch(() => ''));
    });
    const hasList = () => scripts.some((script) => script.includes('qwertyuiop'));
    await page.goto(t.path('/sign-up'));
    const password = page.getByLabel(t('signUp.password'), { exact: true });
    const strength = page.getByTestId('password-strength');
    await expect(strength).toHaveAttribute('aria-live', 'polite');
    await password.fill('seven');
    await expect(strength).toHaveText(`${t('passwordStrength.short')} 10`);
    expect(hasList()).toBe(false);
    await password.fill('Password1234567');
    await expect(strength).toHaveText(t('passwordStrength.levels.1'));
    expect(hasList()).toBe(true);
    await password.fill('seven green boats at noon');
    await expect(strength).toHaveText(t('passwordStrength.levels.4'));

    await page
      .getByRole('button', { name: t('common.showPassword') })
      .first()
      .click();
    await expect(password).toHaveAttribute('type', 'text');
    await expect(password).toHaveValue('seven green boats at noon');
    await page.getByRole('button', { name: t('common.hidePassword') }).click();
    await expect(password).toHaveAttribute('type', 'password');
    await page
      .getByRole('button', { name: t('common.showPassword') })
      .first()
      .click();
    await page.getByRole('button', { name: t('signUp.signUp') }).click();
    await expect(page.getByTestId('error-summary')).toBeVisible();
    await expect(password).toHaveAttribute('type', 'password');
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button that would do nothing, and registering works', async ({ page }) => {
    const person = newPerson();
    await page.goto('/en/sign-up');
    await expect(page.getByRole('button', { name: 'Show' })).toHaveCount(0);
    await fillSignUp(page, 'en', { ...person, password: 'qwertyuiopasdfgh' });
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.locator('#password-error')).toContainText(words('en')('errors.passwordCommon'));
    await fillSignUp(page, 'en', person);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en')('signUpConfirmation.title'));
    await expect(page.getByText(person.email)).toBeVisible();
  });
});

test('the switch of language keeps the page and what was typed, but for passwords', async ({ page }) => {
  const person = newPerson();
  await page.goto('/en/sign-up');
  await fillSignUp(page, 'en', person);
  await page.getByRole('link', { name: 'Français' }).click();
  await expect(page).toHaveURL(/\/fr\/inscription$/);
  const t = words('fr');
  await expect(page.getByLabel(t('signUp.oneKeyId'), { exact: true })).toHaveValue(person.oneKeyId);
  await expect(page.getByLabel(t('signUp.answer', { n: 2 }), { exact: true })).toHaveValue('Cobourg');
  await expect(page.getByRole('checkbox')).toBeChecked();
  await expect(page.getByLabel(t('signUp.password'), { exact: true })).toHaveValue('');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/sign-up$/);
  await expect(page.getByLabel('* Choose your ONE-key ID:')).toHaveValue(person.oneKeyId);
});
