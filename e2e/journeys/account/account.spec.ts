import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { waitForMail } from '../../support/court/mail';
import type { CourtServer } from '../../support/court/server';
import { certifyAndSubmit, prepareClaim, startClaim } from '../../support/people/claim';
import { confirmEmail, newFiler, signIn } from '../../support/people/filer';
import type { Person } from '../../support/people/person';
import { becomeAdministrator } from '../../support/people/staff';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** Another browser at the court. */
const elsewhere = async (browser: Browser, court: CourtServer): Promise<Page> =>
  (await browser.newContext({ baseURL: court.origin })).newPage();

for (const locale of inOne('fr')) {
  const t = words(locale);
  const main = (page: Page) => page.getByRole('main');
  const button = (page: Page, key: string) => main(page).getByRole('button', { name: t(key) });
  const password = (page: Page) => page.getByLabel(t('closeAccount.currentPassword'), { exact: true });

  async function signInElsewhere(browser: Browser, court: CourtServer, person: Person): Promise<Page> {
    const page = await elsewhere(browser, court);
    await page.goto(t.path('/sign-in'));
    await signIn(page, locale, person);
    await expect(page).not.toHaveURL(new RegExp(t.path('/sign-in')));
    return page;
  }

  async function expectSignedOut(page: Page): Promise<void> {
    await page.goto(t.path('/services'));
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
  }

  /** The administrator's page of the one person with this ID. */
  async function openUser(page: Page, person: Person): Promise<void> {
    await page.goto(t.path('/admin/users'));
    await page.getByLabel(t('adminUsers.typed'), { exact: true }).fill(person.oneKeyId);
    await button(page, 'adminUsers.search').click();
    await main(page).getByRole('link', { name: person.oneKeyId }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminUser.title'));
  }

  test(`a person sees where they are signed in, ends one session, and then all others (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const person = await newFiler(page, locale);
    const [one, two, three] = [
      await signInElsewhere(browser, court, person),
      await signInElsewhere(browser, court, person),
      await signInElsewhere(browser, court, person),
    ];
    await page.goto(t.path('/services'));
    await page.getByRole('link', { name: t('sessions.title') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sessions.title'));
    await expect(main(page).getByText(t('sessions.this'), { exact: true })).toHaveCount(1);
    await expect(main(page)).toContainText('Chrome');
    await expect(button(page, 'sessions.end')).toHaveCount(3);
    await button(page, 'sessions.end').first().click();
    await expect(main(page)).toContainText(t('sessions.ended'));
    await expect(button(page, 'sessions.end')).toHaveCount(2);
    await expectSignedOut(three);
    await button(page, 'sessions.endOthers').click();
    await expect(main(page)).toContainText(t('sessions.othersEnded'));
    await expect(button(page, 'sessions.end')).toHaveCount(0);
    await expectSignedOut(one);
    await expectSignedOut(two);
    await page.goto(t.path('/services'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('services.title'));
  });

  test(`a person downloads what is kept of them, after their password (${locale})`, async ({ page }) => {
    const person = await newFiler(page, locale);
    await prepareClaim(page, locale);
    const reference = await certifyAndSubmit(page, locale);
    await page.goto(t.path('/services'));
    await page.getByRole('link', { name: t('yourInformation.title') }).click();
    await password(page).fill('not the right words');
    await button(page, 'yourInformation.download').click();
    await expect(main(page)).toContainText(t('errors.currentPasswordWrong'));
    await password(page).fill(person.password);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'yourInformation.download').click(),
    ]);
    expect(download.suggestedFilename()).toBe('one-key-account.json');
    const text = readFileSync(await download.path(), 'utf8');
    const held = JSON.parse(text);
    expect(held.account.oneKeyId).toBe(person.oneKeyId);
    expect(held.contactInformation.contact.lastName).toBe('Tremblay');
    expect(held.filings[0]).toMatchObject({ reference, state: 'issued' });
    const { versions } = held.filings[0].documents[0];
    expect(versions).toHaveLength(2);
    for (const version of versions) expect((await page.request.get(version.download)).status()).toBe(200);
    for (const secret of ['$argon2', person.password, ...person.answers]) expect(text).not.toContain(secret);
    for (const address of [page.url(), download.url()])
      for (const personal of [person.oneKeyId, person.password, 'Tremblay'])
        expect(address).not.toContain(personal);
  });

  test(`a person closes their account; issued claims stay, and the password opens nothing any more (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const person = await newFiler(page, locale);
    await prepareClaim(page, locale);
    const reference = await certifyAndSubmit(page, locale);
    await startClaim(page, locale);
    const other = await signInElsewhere(browser, court, person);
    await page.goto(t.path('/services'));
    await page.getByRole('link', { name: t('closeAccount.title') }).click();
    await button(page, 'closeAccount.close').click();
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.confirmClosing'));
    await page.getByRole('checkbox').check();
    await password(page).fill('not the right words');
    await button(page, 'closeAccount.close').click();
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.currentPasswordWrong'));
    await page.getByRole('checkbox').check();
    await password(page).fill(person.password);
    await button(page, 'closeAccount.close').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('accountClosed.title'));
    await expectSignedOut(page);
    await expectSignedOut(other);
    await page.goto(t.path('/sign-in'));
    await signIn(page, locale, person);
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.signInFailed'));
    await page.goto(t.path('/sign-up'));
    await page.getByLabel(t('signUp.oneKeyId'), { exact: true }).fill(person.oneKeyId);
    await button(page, 'signUp.signUp').click();
    await expect(page.locator('#oneKeyId-error')).toContainText(t('errors.oneKeyIdTaken'));

    const staff = await elsewhere(browser, court);
    await becomeAdministrator(staff, court, locale);
    await staff.goto(t.path('/admin/filings/[reference]', { reference }));
    await expect(main(staff)).toContainText('Tremblay');
    await openUser(staff, person);
    await expect(main(staff)).toContainText(t('adminAccount.closedSince', { instant: '' }).trim());
  });

  test(`a legal hold keeps account and drafts until it is lifted; staff end a person's sessions (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const person = await newFiler(page, locale);
    await startClaim(page, locale);
    const staff = await elsewhere(browser, court);
    await becomeAdministrator(staff, court, locale);
    await openUser(staff, person);
    const reason = staff.getByLabel(t('adminAccount.reason'), { exact: true });
    await button(staff, 'adminAccount.setHold').click();
    await expect(staff.getByTestId('error-summary')).toContainText(t('errors.enterReason'));
    await reason.fill('Order of November 24');
    await button(staff, 'adminAccount.setHold').click();
    await expect(main(staff)).toContainText(t('adminAccount.holdSince', { reason: 'Order of November 24' }));

    const close = async () => {
      await page.goto(t.path('/close-account'));
      await page.getByRole('checkbox').check();
      await password(page).fill(person.password);
      await button(page, 'closeAccount.close').click();
    };
    await close();
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.closeNotNow'));
    await expect(main(page)).not.toContainText('Order of November 24');
    await page.goto(t.path('/drafts'));
    await main(page).locator('summary').click();
    await button(page, 'drafts.deleteYes').click();
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.draftKept'));

    await button(staff, 'adminAccount.end').click();
    await expect(main(staff)).toContainText(t('adminAccount.ended'));
    await page.goto(t.path('/sign-in'));
    await signIn(page, locale, person);
    await expect(page).not.toHaveURL(new RegExp(t.path('/sign-in')));
    await reason.fill('Order lifted');
    await button(staff, 'adminAccount.liftHold').click();
    await expect(button(staff, 'adminAccount.setHold')).toBeVisible();
    await close();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('accountClosed.title'));
  });
}

test('the owner is told at the address on file that the account was closed', async ({ page, court }) => {
  const person = await newFiler(page, 'en');
  await confirmEmail(page, 'en', court, person.email);
  await page.goto('/en/close-account');
  await page.getByRole('checkbox').check();
  await page.getByLabel('* Your current password:').fill(person.password);
  await page.getByRole('button', { name: 'Close my account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is closed');
  await waitForMail(court.dataDir, person.email, words('en')('mail.accountClosed.subject'));
});

test('nothing is exported to a visitor or to another site', async ({ page, court }) => {
  const ask = (origin: string) =>
    page.request.post('/api/account-export', {
      headers: { origin },
      form: { currentPassword: 'anything at all', locale: 'en' },
      maxRedirects: 0,
    });
  expect((await ask('https://evil.example')).status()).toBe(403);
  const answer = await ask(court.origin);
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toContain('/en/sign-in');
});
