import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerQuestions, draftOf, startClaim } from '../support/claim';
import { newFiler, signIn, signUp } from '../support/filer';
import { newPerson } from '../support/person';
import { expect, test } from '../support/test';
import { type Locale, words } from '../support/words';

/** Fifteen minutes pass in twenty seconds; the warning comes at half time. */
test.use({ serverEnv: { SESSION_IDLE_SECONDS: '20' } });
const idle = 22_000;
const soon = { timeout: 15_000 };
const later = { timeout: 26_000 };

const dialog = (page: Page) => page.getByRole('alertdialog');

/** The dialog says that the session is about to end. */
const expectWarning = (page: Page, locale: Locale) =>
  expect(dialog(page).getByRole('heading')).toHaveText(words(locale)('sessionDialog.soon'), soon);

const expectEnded = (page: Page, locale: Locale) =>
  expect(dialog(page).getByRole('heading')).toHaveText(words(locale)('sessionDialog.endedHeading'), later);

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

for (const locale of ['en', 'fr'] as Locale[]) {
  const t = words(locale);
  const alsoKnownAs = (page: Page) => page.getByLabel(t('claim.party.alsoKnownAs'), { exact: true });

  test(`before the session ends a dialog offers to stay, by keyboard and at 320 px (${locale})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await newFiler(page, locale);
    await page.goto(t.path('/contact-information'));
    const phone = page.getByLabel(t('contact.phone'), { exact: true });
    await phone.focus();
    await expectWarning(page, locale);
    await expect(dialog(page)).toContainText(t('sessionDialog.left.tenSeconds'));
    await expect(dialog(page).getByRole('button', { name: t('sessionDialog.stay') })).toBeFocused();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(phone).toBeFocused();
    await page.waitForTimeout(5_000);
    await expect(dialog(page)).toBeHidden();

    await expectWarning(page, locale);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expectWarning(page, locale);
    await dialog(page)
      .getByRole('button', { name: t('sessionDialog.signOut') })
      .click();
    await expect(page).toHaveURL(new RegExp(`${t.path('/')}$`));
    await page.goto(t.path('/account'));
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
  });

  test(`after the end the dialog says so, and leads back to the step with everything (${locale})`, async ({
    page,
  }) => {
    const person = await newFiler(page, locale);
    await startClaim(page, locale);
    await answerQuestions(page, locale);
    const step = page.url();
    await alsoKnownAs(page).fill('Zed');
    await expectEnded(page, locale);
    await expect(dialog(page)).toContainText(t('sessionDialog.endedWords'));
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog(page)
      .getByRole('link', { name: t('sessionDialog.signIn') })
      .click();
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
    await signIn(page, locale, person);
    await expect(page).toHaveURL(step);
    await expect(alsoKnownAs(page)).toHaveValue('Zed');
    await page.goto(t.path('/claims/[draft]/nature', { draft: draftOf(page) }));
    await expect(page.getByLabel(t('nature.contract'), { exact: true })).toBeChecked();
  });

  test(`half a field typed when the session ends is there at the same step in another browser (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const person = await newFiler(page, locale);
    await startClaim(page, locale);
    await answerQuestions(page, locale);
    const draft = draftOf(page);
    const step = new URL(page.url()).pathname;
    await alsoKnownAs(page).pressSequentially('Northern Li');
    await expectEnded(page, locale);

    const elsewhere = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await elsewhere.goto(t.path('/drafts'));
    await expect(elsewhere).toHaveURL(new RegExp(t.path('/sign-in')));
    await signIn(elsewhere, locale, person);
    await elsewhere.getByRole('link', { name: draft }).click();
    await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(t('claim.plaintiffs.title'));
    await elsewhere.getByRole('link', { name: new RegExp(`^${t('common.change')}`) }).click();
    await expect(elsewhere).toHaveURL(new RegExp(`${step}$`));
    await expect(alsoKnownAs(elsewhere)).toHaveValue('Northern Li');
  });

  test(`what stood in a form that is not a claim's comes back to its owner alone (${locale})`, async ({
    page,
  }) => {
    const person = await newFiler(page, locale);
    await page.goto(t.path('/contact-information'));
    const fax = page.getByLabel(t('contact.fax'), { exact: true });
    await fax.fill('705-555-01');
    await expectEnded(page, locale);
    await dialog(page)
      .getByRole('link', { name: t('sessionDialog.signIn') })
      .click();
    await signIn(page, locale, person);
    await expect(fax).toHaveValue('705-555-01');

    await page.context().clearCookies({ name: 'session' });
    await newFiler(page, locale);
    await page.goto(t.path('/contact-information'));
    await expect(fax).toHaveValue('');
  });

  test(`the last minutes of twelve hours cannot be extended, and the dialog says why (${locale})`, async ({
    page,
  }) => {
    await newFiler(page, locale);
    await page.route('**/api/session', (route) =>
      route.fulfill({ json: { endsInMs: 110_000, warnMs: 120_000, why: 'limit' } }),
    );
    await page.goto(t.path('/account'));
    await expectWarning(page, locale);
    await expect(dialog(page)).toContainText(t('sessionDialog.limitWords'));
    await expect(dialog(page)).toContainText(t('sessionDialog.left.twoMinutes'));
    await expect(dialog(page).getByRole('button', { name: t('sessionDialog.stay') })).toHaveCount(0);
    await dialog(page)
      .getByRole('button', { name: t('sessionDialog.goOn') })
      .click();
    await expect(dialog(page)).toBeHidden();
    await page.waitForTimeout(6_000);
    await expect(dialog(page)).toBeHidden();
    await page.unroute('**/api/session');
    await expectEnded(page, locale);
  });

  test(`without the dialog the next page says that the session has ended (${locale})`, async ({ page }) => {
    await newFiler(page, locale);
    await page.goto(t.path('/privacy'));
    await page.waitForTimeout(idle);
    await page.goto(t.path('/account'));
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
    await expect(page.getByText(t('signIn.expired.words'))).toBeVisible();
    await expect(dialog(page)).toBeHidden();
  });
}

test('tabs agree: what is done in one keeps the other, and both end together', async ({ page, context }) => {
  await newFiler(page, 'en');
  const other = await context.newPage();
  await expectWarning(page, 'en');
  await other.goto('/en/account');
  await expect(dialog(page)).toBeHidden({ timeout: 3_000 });
  await expectWarning(page, 'en');
  await expectWarning(other, 'en');
  await dialog(other).getByRole('button', { name: 'Stay signed in' }).click();
  await expect(dialog(page)).toBeHidden({ timeout: 3_000 });
  await expectEnded(page, 'en');
  await expectEnded(other, 'en');
});

test('typing in a claim keeps the session', async ({ page }) => {
  await newFiler(page, 'en');
  await startClaim(page, 'en');
  await answerQuestions(page, 'en');
  for (let round = 0; round < 10; round += 1) {
    await page.getByLabel('Also known as, or operating as (optional)').pressSequentially('ab');
    await page.waitForTimeout(2_500);
  }
  await expect(dialog(page)).toBeHidden();
  await page.goto('/en/account');
  await expect(page).toHaveURL(/account$/);
});

test('activity keeps the session, a prefetch does not', async ({ page }) => {
  await newFiler(page, 'en');
  for (let round = 0; round < 3; round += 1) {
    await page.waitForTimeout(9_000);
    await page.goto('/en/account');
    await expect(page).toHaveURL(/account$/);
  }
  for (let round = 0; round < 3; round += 1) {
    await page.waitForTimeout(8_000);
    await page.request.get('/en/account', { headers: { 'next-router-prefetch': '1', rsc: '1' } });
  }
  await page.goto('/en/account');
  await expect(page).toHaveURL(/sign-in/);
});

test('a page that asks by itself does not keep the session', async ({ page }) => {
  await newFiler(page, 'en');
  const ends: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    await page.request.get('/api/date-promise?locale=en');
    const news = await (await page.request.get('/api/session')).json();
    if (news) ends.push(news.endsInMs);
    await page.waitForTimeout(2_500);
  }
  expect(ends.length).toBeGreaterThan(3);
  expect(ends).toEqual([...ends].sort((a, b) => b - a));
  expect(await (await page.request.get('/api/session')).json()).toBeNull();
});

test('only our own page can ask to stay, and only for a session that is open', async ({ page, court }) => {
  await signUp(page, 'en', newPerson());
  const ask = (origin: string) => page.request.post('/api/session', { headers: { origin } });
  for (const foreign of ['https://evil.example', 'null']) expect((await ask(foreign)).status()).toBe(403);
  expect(await (await ask(court.origin)).json()).toMatchObject({ why: 'idle', warnMs: 10_000 });
  await page.context().clearCookies();
  expect(await (await ask(court.origin)).json()).toBeNull();
  const typed = { headers: { origin: court.origin }, multipart: { path: '/en/account', fax: '1' } };
  expect((await page.request.post('/api/session/typed', typed)).status()).toBe(403);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what was typed before the session ended stands in the form again', async ({ page }) => {
    const person = await newFiler(page, 'en');
    await startClaim(page, 'en');
    await answerQuestions(page, 'en');
    const step = page.url();
    await page.getByLabel('Also known as, or operating as (optional)').fill('Zed');
    await page.waitForTimeout(idle);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByText(words('en')('signIn.expired.words'))).toBeVisible();
    await signIn(page, 'en', person);
    await expect(page).toHaveURL(step);
    await expect(page.getByLabel('Also known as, or operating as (optional)')).toHaveValue('Zed');
  });
});
