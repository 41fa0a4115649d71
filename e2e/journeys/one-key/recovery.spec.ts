import type { Page } from '@playwright/test';
import { expectNoViolation } from '../../support/axe';
import { linkTo, mailsTo, waitForMail } from '../../support/court/mail';
import { confirmEmail, newFiler, signIn, signUp } from '../../support/people/filer';
import { newPerson, type Person } from '../../support/people/person';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { inOne, type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const nextPassword = 'a wholly different sentence';

/** From the sign-in page to the questions, by typing an ID. */
async function forget(page: Page, locale: Locale, oneKeyId: string): Promise<void> {
  const t = words(locale);
  await page.context().clearCookies();
  await page.goto(t.path('/recover/password'));
  await page.locator('[name=oneKeyId]').fill(oneKeyId);
  await page.getByRole('button', { name: t('recoverPassword.continue') }).click();
  await expect(page).toHaveURL(new RegExp(`${t.path('/recover/answers')}$`));
}

async function answer(page: Page, locale: Locale, answers: Person['answers']): Promise<void> {
  const t = words(locale);
  for (const n of [1, 2, 3] as const) await page.locator(`[name=answer${n}]`).fill(answers[n - 1] ?? '');
  await page.getByRole('button', { name: t('recoverAnswers.check') }).click();
}

async function chooseNewPassword(page: Page, locale: Locale, password: string): Promise<void> {
  const t = words(locale);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=confirmPassword]').fill(password);
  await page.getByRole('button', { name: t('newPassword.save') }).click();
}

/** The password is the new one: the page says so. */
async function expectChanged(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
  await expect(page.getByText(t('signIn.changed.words'))).toBeVisible();
}

/** What stands on the page without the questions themselves: it must not tell one ID from another. */
async function wordsWithoutQuestions(page: Page): Promise<string> {
  const questions = await page.locator('main label').allTextContents();
  const shown = await page.getByRole('main').textContent();
  return questions.reduce((text, question) => text.replace(question, ''), shown ?? '');
}

const subjectOf = { en: 'Your ONE-key ID', fr: 'Votre ID ONe-key' };

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`an address is confirmed by its link, on any device, and then brings the forgotten ID (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const person = newPerson();
    await signUp(page, locale, person);
    await page.goto(t.path('/recovery-info'));
    await expect(page.getByText(t('recoveryInfo.waiting', { address: person.email }))).toBeVisible();
    const device = await (await browser.newContext({ baseURL: court.origin })).newPage();
    const link = await linkTo(court.dataDir, person.email, 'confirm-email');
    await device.request.get(link);
    await page.reload();
    await expect(page.getByText(t('recoveryInfo.waiting', { address: person.email }))).toBeVisible();
    await confirmEmail(device, locale, court, person.email);
    await device.goto(link);
    await expect(device.getByRole('main')).toContainText(t('confirmEmail.over.heading'));
    await page.reload();
    await expect(page.getByText(t('recoveryInfo.confirmed', { address: person.email }))).toBeVisible();

    await page.context().clearCookies();
    await page.goto(t.path('/sign-in'));
    await page.getByRole('link', { name: t('signIn.recover') }).click();
    await page.getByLabel(t('recover.trouble.both')).check();
    await page.getByRole('button', { name: t('recover.getHelp') }).click();
    await page.locator('[name=email]').fill(person.email);
    await page.getByRole('button', { name: t('recoverBoth.continue') }).click();
    await expect(page).toHaveURL(new RegExp(t.path('/recover/sent')));
    const mail = await waitForMail(court.dataDir, person.email, subjectOf[locale]);
    expect(mail.text).toContain(person.oneKeyId);
    await page
      .getByRole('main')
      .getByRole('link', { name: t('recoverSent.goOn') })
      .click();
    await expect(page).toHaveURL(new RegExp(`${t.path('/recover/password')}$`));
  });

  test(`the contact address, even confirmed, brings no ID (${locale})`, async ({ page, court, sql }) => {
    const person = await newFiler(page, locale, false);
    await page.goto(t.path('/contact-information'));
    await page.getByRole('button', { name: t('unconfirmedEmail.again') }).click();
    await expect(page.getByText(t('unconfirmedEmail.sent'))).toBeVisible();
    await expect.poll(async () => (await mailsTo(court.dataDir, person.email)).length).toBe(2);
    await confirmEmail(page, locale, court, person.email);
    await page.goto(t.path('/contact-information'));
    await expect(page.getByText(t('contactInformation.confirmed', { address: person.email }))).toBeVisible();
    await page.context().clearCookies();
    await page.goto(t.path('/recover/id'));
    await page.locator('[name=email]').fill(person.email);
    await page.getByRole('button', { name: t('recoverId.continue') }).click();
    await expect(page).toHaveURL(new RegExp(t.path('/recover/sent')));
    expect(
      await sql`select from outbox where kind = 'one-key-ids' and recipient = ${person.email}`,
    ).toHaveLength(0);
  });

  test(`a forgotten password: a link by e-mail, then the questions, then a new password (${locale})`, async ({
    page,
    court,
  }) => {
    const person = newPerson();
    await signUp(page, locale, person);
    await confirmEmail(page, locale, court, person.email);
    await forget(page, locale, person.oneKeyId);
    await answer(page, locale, person.answers);
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.answersWrong'));

    const link = await linkTo(court.dataDir, person.email, 'recover');
    await page.goto(link);
    await expect(page).toHaveURL(new RegExp(`${t.path('/recover/answers')}$`));
    await expect(page.getByText(t('recoverAnswers.link.heading'))).toHaveCount(0);
    await answer(page, locale, ['wrong', 'wronger', 'wrongest']);
    await expect(page.getByTestId('error-summary')).toBeVisible();
    await answer(page, locale, [' BISCUIT', 'cobourg', 'Maple  street']);
    await expect(page).toHaveURL(new RegExp(t.path('/recover/new-password')));
    await chooseNewPassword(page, locale, `boats of ${person.oneKeyId}`);
    await expect(page.locator('#password-error')).toContainText(t('errors.passwordHoldsOneKeyId'));
    await chooseNewPassword(page, locale, 'Password1234567');
    await expect(page.locator('#password-error')).toContainText(t('errors.passwordCommon'));
    await chooseNewPassword(page, locale, nextPassword);
    await expectChanged(page, locale);
    await signIn(page, locale, person);
    await expect(page.getByTestId('error-summary')).toBeVisible();
    await signIn(page, locale, { ...person, password: nextPassword });
    await expect(page).toHaveURL(new RegExp(t.path('/services')));
    await expect.poll(async () => (await mailsTo(court.dataDir, person.email)).length).toBe(3);
    await page.goto(link);
    await expect(page.getByRole('main')).toContainText(t('recoveryOver.heading'));
    await expect(page.locator('[name=answer1]')).toHaveCount(0);
  });

  test(`without a confirmed address the questions alone; every ID gets the same page (${locale})`, async ({
    page,
    court,
  }) => {
    const [plain, confirmed] = [newPerson(), newPerson()];
    await signUp(page, locale, plain);
    await page.context().clearCookies();
    await signUp(page, locale, confirmed);
    await confirmEmail(page, locale, court, confirmed.email);
    const pages: string[] = [];
    for (const oneKeyId of [plain.oneKeyId, confirmed.oneKeyId, newPerson().oneKeyId]) {
      await forget(page, locale, oneKeyId);
      pages.push(await wordsWithoutQuestions(page));
      if (oneKeyId === plain.oneKeyId) continue;
      await answer(page, locale, plain.answers);
      await expect(page.getByTestId('error-summary')).toContainText(t('errors.answersWrong'));
    }
    expect(new Set(pages).size).toBe(1);

    await forget(page, locale, plain.oneKeyId);
    await answer(page, locale, plain.answers);
    await expect(page).toHaveURL(new RegExp(t.path('/recover/new-password')));
    await chooseNewPassword(page, locale, nextPassword);
    await expectChanged(page, locale);
  });

  test(`staff never get in by the questions alone (${locale})`, async ({ page, court }) => {
    await becomeAdministrator(page, court, locale);
    await page.goto(t.path('/recovery-info'));
    const oneKeyId = await page.locator('main dd').first().textContent();
    await forget(page, locale, oneKeyId ?? '');
    await answer(page, locale, newPerson().answers);
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.answersWrong'));
  });

  test(`two members of staff each give half of a code, which leads to a new password once (${locale})`, async ({
    page,
    browser,
    court,
    sql,
  }) => {
    const person = newPerson();
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [owner, second] = [await newPage(), await newPage()];
    await signUp(owner, locale, person);
    await confirmEmail(owner, locale, court, person.email);
    await becomeAdministrator(page, court, locale);
    const [user] = await sql`select id from users where one_key_id = ${person.oneKeyId}`;
    await page.goto(t.path('/admin/users/[user]', { user: user?.id }));
    const begin = page.getByRole('button', { name: t('adminAccount.giveCode'), exact: true });
    await begin.click();
    await expect(page.locator('#identity-error')).toContainText(t('errors.enterIdentity'));
    await page.getByLabel(t('adminAccount.identity'), { exact: true }).fill('passport seen');
    await begin.click();
    await expect(page.getByText(t('adminAccount.codeShown'))).toBeVisible();
    const firstHalf = (await page.getByTestId('code').textContent()) ?? '';
    await page.reload();
    await expect(page.getByText(firstHalf)).toHaveCount(0);
    await page.getByRole('link', { name: t('adminAccount.seeInPerson') }).click();
    await expect(page.getByRole('main')).toContainText(t('adminInPerson.yours'));

    await becomeRegistrar(second, { ...court, sql }, locale);
    await second.goto(t.path('/admin/approvals'));
    const opens = `${t('adminInPerson.open')} : ${person.oneKeyId}`;
    await second.getByRole('link', { name: opens }).focus();
    await second.keyboard.press('Enter');
    await expect(second.getByRole('main')).toContainText('passport seen');
    await second.getByRole('button', { name: t('adminInPerson.confirm'), exact: true }).focus();
    await second.keyboard.press('Enter');
    await expect(second.getByText(t('adminInPerson.codeShown'))).toBeVisible();
    await expectNoViolation(second, 'as confirmed');
    const secondHalf = (await second.getByTestId('code').textContent()) ?? '';
    const told = await waitForMail(court.dataDir, person.email, t('mail.accountChanged.subject'));
    for (const half of [firstHalf, secondHalf]) expect(told.text).not.toContain(half);

    const enter = async () => {
      await owner.context().clearCookies();
      await owner.goto(t.path('/recover'));
      await owner.locator(`main a[href$="${t.path('/recover/in-person')}"]`).click();
      await owner.getByLabel(t('recoverInPerson.oneKeyId')).fill(person.oneKeyId);
      await owner.getByLabel(t('recoverInPerson.firstHalf')).fill(firstHalf.toLowerCase());
      await owner.getByLabel(t('recoverInPerson.secondHalf')).fill(secondHalf);
      await owner.getByRole('button', { name: t('recoverInPerson.continue') }).click();
    };
    await enter();
    await chooseNewPassword(owner, locale, nextPassword);
    await expectChanged(owner, locale);
    await enter();
    await expect(owner.locator('#firstHalf-error')).toContainText(t('errors.inPersonCodeWrong'));
  });

  test(`a new address is told to the old one and counts once it is confirmed; the old one takes it back (${locale})`, async ({
    page,
    court,
  }) => {
    const person = newPerson();
    const other = newPerson().email;
    await signUp(page, locale, person);
    await confirmEmail(page, locale, court, person.email);
    await page.goto(`${t.path('/recovery-info')}?change=email`);
    await page.locator('[name=currentPassword]').fill('not the right words');
    await page.locator('[name=email]').fill(other);
    await page.getByRole('button', { name: t('recoveryInfo.save') }).click();
    await expect(page.locator('#currentPassword-error')).toBeVisible();
    await page.locator('[name=currentPassword]').fill(person.password);
    await page.getByRole('button', { name: t('recoveryInfo.save') }).click();
    await expect(page.getByText(t('recoveryInfo.changed.email'))).toBeVisible();
    await expect(page.getByText(t('recoveryInfo.confirmed', { address: person.email }))).toBeVisible();
    await expect(page.getByText(t('recoveryInfo.waiting', { address: other }))).toBeVisible();
    const told = await waitForMail(court.dataDir, person.email, t('mail.recoveryInfoChanged.subject'));
    expect(told.text).toContain(t('mail.recoveryInfoChanged.notYouUndo'));
    await confirmEmail(page, locale, court, other);
    await page.goto(t.path('/recovery-info'));
    await expect(page.getByText(t('recoveryInfo.confirmed', { address: other }))).toBeVisible();
    await expect(page.getByText(person.email)).toHaveCount(0);

    await page.goto(await linkTo(court.dataDir, person.email, 'undo-email'));
    await expect(page.getByRole('main')).toContainText(t('undoEmail.recoveryWords', { email: person.email }));
    await page.getByRole('button', { name: t('undoEmail.undo') }).click();
    await expect(page.getByRole('main')).toContainText(t('undoEmail.done.words'));
    await page.goto(t.path('/recovery-info'));
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
    await signIn(page, locale, person);
    await expect(page).toHaveURL(new RegExp(`${t.path('/recovery-info')}$`));
    await expect(page.getByText(t('recoveryInfo.confirmed', { address: person.email }))).toBeVisible();
  });
}
