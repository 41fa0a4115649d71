import type { Page } from '@playwright/test';
import { newPerson, type Person, signIn, signUp } from '../support/filer';
import { mailsTo, waitForMail } from '../support/mail';
import { expect, test } from '../support/test';
import { type Locale, words } from '../support/words';

async function answer(page: Page, locale: Locale, answers: Person['answers']): Promise<void> {
  const t = words(locale);
  for (const n of [1, 2, 3] as const) await page.locator(`[name=answer${n}]`).fill(answers[n - 1] ?? '');
  await page.getByRole('button', { name: t('recoverAnswers.check') }).click();
}

async function chooseNewPassword(page: Page, locale: Locale, password: string): Promise<void> {
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=confirmPassword]').fill(password);
  await page.getByRole('main').getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(words(locale).path('/sign-in')));
  await expect(page.getByText(words(locale)('signIn.changed.words'))).toBeVisible();
}

for (const locale of ['en', 'fr'] as Locale[]) {
  const t = words(locale);

  test(`a forgotten ID comes by e-mail (${locale})`, async ({ page, court }) => {
    const person = newPerson();
    await signUp(page, locale, person);
    await page.context().clearCookies();
    await page.goto(t.path('/sign-in'));
    await page.getByRole('link', { name: t('signIn.recover') }).click();
    await page.getByRole('radio').nth(0).check();
    await page.getByRole('main').getByRole('button').click();
    await page.locator('[name=email]').fill(person.email);
    await page.getByRole('main').getByRole('button').click();
    await expect(page).toHaveURL(new RegExp(t.path('/recover/sent')));
    const [mail] = await Promise.all([waitForMail(court.dataDir, person.email, /ONE?-?key/i)]);
    expect(mail.text).toContain(person.oneKeyId);
  });

  test(`a forgotten password: a link by e-mail, then the questions, then a new password (${locale})`, async ({
    page,
    court,
  }) => {
    const person = newPerson();
    await signUp(page, locale, person);
    await page.context().clearCookies();
    await page.goto(t.path('/recover/password'));
    await page.locator('[name=oneKeyId]').fill(person.oneKeyId);
    await page.getByRole('main').getByRole('button').click();
    const mail = await waitForMail(court.dataDir, person.email, /.*/);
    const link = /https?:\/\/\S+\/api\/recover\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
    await page.goto(link);
    await expect(page).toHaveURL(new RegExp(`${t.path('/recover/answers')}$`));
    await answer(page, locale, ['wrong', 'wronger', 'wrongest']);
    await expect(page.getByTestId('error-summary')).toBeVisible();
    await answer(page, locale, [' BISCUIT', 'cobourg', 'Maple  street']);
    await expect(page).toHaveURL(new RegExp(t.path('/recover/new-password')));
    await chooseNewPassword(page, locale, 'a wholly different sentence');
    await signIn(page, locale, person);
    await expect(page.getByTestId('error-summary')).toBeVisible();
    await signIn(page, locale, { ...person, password: 'a wholly different sentence' });
    await expect(page).toHaveURL(new RegExp(t.path('/services')));
    await expect.poll(async () => (await mailsTo(court.dataDir, person.email)).length).toBe(2);
    await page.goto(link);
    await expect(page.getByRole('main')).toContainText(t('recoveryOver.heading'));
    await expect(page.locator('[name=answer1]')).toHaveCount(0);
  });

  test(`without an e-mail on file the questions alone; an unknown ID is asked too (${locale})`, async ({
    page,
  }) => {
    const person = newPerson();
    await signUp(page, locale, person, false);
    await page.context().clearCookies();
    await page.goto(t.path('/recover/password'));
    await page.locator('[name=oneKeyId]').fill(person.oneKeyId);
    await page.getByRole('main').getByRole('button').click();
    await answer(page, locale, person.answers);
    await chooseNewPassword(page, locale, 'a wholly different sentence');

    await page.goto(t.path('/recover/password'));
    await page.locator('[name=oneKeyId]').fill(newPerson().oneKeyId);
    await page.getByRole('main').getByRole('button').click();
    await answer(page, locale, person.answers);
    await expect(page.getByTestId('error-summary')).toBeVisible();
  });
}
