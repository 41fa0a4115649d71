import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from '@playwright/test';
import type { Sql } from 'postgres';
import { answerQuestions, draftOf, startClaim } from '../../support/people/claim';
import { newFiler, signIn, signUp } from '../../support/people/filer';
import { newPerson } from '../../support/people/person';
import { inOne, type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** A session lasts fifteen minutes; the time without activity is moved in its row. */
test.use({ isEmbedded: false });

/** So long without activity, in seconds: more than ninety seconds before the end, and past it. */
const [nearlyOver, over] = [800, 901];
/** So long that no page warns yet: whenever it asks, nothing stands before the one who types. */
const aWhile = 700;

/** As if nobody had done anything in any session for so many seconds. */
async function idle(sql: Sql, seconds: number): Promise<void> {
  await sql`update sessions set last_active_at = now() - make_interval(secs => ${seconds}) where ended_at is null`;
}

/** Seconds since something was last done in any session. */
async function idleSeconds(sql: Sql): Promise<number> {
  const [row] =
    await sql`select extract(epoch from now() - max(last_active_at))::float as n from sessions where ended_at is null`;
  return row?.n;
}

/** The page is looked at again, and asks the server about its session: from when its scripts run, which may be after its load. */
async function lookAgain(page: Page): Promise<void> {
  const isNews = (response: Response) => response.url().endsWith('/api/session');
  await expect(async () => {
    const told = page.waitForResponse(isNews, { timeout: 5_000 });
    await page.evaluate(() => window.dispatchEvent(new Event('pageshow')));
    await (await told).finished();
  }).toPass();
}

const dialog = (page: Page) => page.getByRole('alertdialog');

/** The session is about to end, and the dialog says so. */
async function warned(page: Page, sql: Sql, locale: Locale): Promise<void> {
  await idle(sql, nearlyOver);
  await lookAgain(page);
  await expectWarning(page, locale);
}

const expectWarning = (page: Page, locale: Locale) =>
  expect(dialog(page).getByRole('heading')).toHaveText(words(locale)('sessionDialog.soon'));

/**
 * The session has ended, and the dialog says so. A page that was still being fetched counts as activity, so the
 * time is moved again until it does.
 */
async function ended(page: Page, sql: Sql, locale: Locale): Promise<void> {
  await expect(async () => {
    await idle(sql, over);
    await lookAgain(page);
    await expectEnded(page, locale, { timeout: 5_000 });
  }).toPass();
}

const expectEnded = (page: Page, locale: Locale, options?: { timeout: number }) =>
  expect(dialog(page).getByRole('heading')).toHaveText(words(locale)('sessionDialog.endedHeading'), options);

async function signInAgain(page: Page, locale: Locale): Promise<void> {
  await dialog(page)
    .getByRole('link', { name: words(locale)('sessionDialog.signIn') })
    .click();
  await expect(page).toHaveURL(new RegExp(words(locale).path('/sign-in')));
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

/**
 * Types into the step of a claim, and waits until the form says that it is saved, and the page that is then asked for
 * anew begins to come: the session was open for it.
 */
async function typeUntilSaved(page: Page, type: () => Promise<void>): Promise<void> {
  const { pathname } = new URL(page.url());
  const anew = page.waitForResponse(
    (response) => response.request().headers().rsc === '1' && new URL(response.url()).pathname === pathname,
  );
  await type();
  await expect(page.locator('form[data-save][data-saved]')).toBeVisible();
  await anew;
}

for (const locale of inOne('fr')) {
  const t = words(locale);
  const alsoKnownAs = (page: Page) => page.getByLabel(t('claim.party.alsoKnownAs'));

  test(`before the session ends a dialog offers to stay, by keyboard and at 320 px (${locale})`, async ({
    page,
    sql,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await newFiler(page, locale);
    await page.goto(t.path('/contact-information'));
    const phone = page.getByLabel(t('contact.phone'), { exact: true });
    await phone.focus();
    await warned(page, sql, locale);
    await expect(dialog(page)).toContainText(t('sessionDialog.left.twoMinutes'));
    await expect(dialog(page).getByRole('button', { name: t('sessionDialog.stay') })).toBeFocused();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(phone).toBeFocused();
    await lookAgain(page);
    await expect(dialog(page)).toBeHidden();

    await warned(page, sql, locale);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await warned(page, sql, locale);
    await dialog(page)
      .getByRole('button', { name: t('sessionDialog.signOut') })
      .click();
    await expect(page).toHaveURL(new RegExp(`${t.path('/')}$`));
    await page.goto(t.path('/account'));
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
  });

  test(`after the end the dialog says so, and leads back to the step with everything (${locale})`, async ({
    page,
    sql,
  }) => {
    const person = await newFiler(page, locale);
    await startClaim(page, locale);
    await answerQuestions(page, locale);
    const step = page.url();
    await typeUntilSaved(page, () => alsoKnownAs(page).fill('Zed'));
    await ended(page, sql, locale);
    await expect(dialog(page)).toContainText(t('sessionDialog.endedWords'));
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await signInAgain(page, locale);
    await signIn(page, locale, person);
    await expect(page).toHaveURL(step);
    await expect(alsoKnownAs(page)).toHaveValue('Zed');
    await page.goto(t.path('/claims/[draft]/nature', { draft: draftOf(page) }));
    await expect(page.getByLabel(t('nature.contract'), { exact: true })).toBeChecked();
  });

  test(`what stood in a form that is not a claim's comes back to its owner alone (${locale})`, async ({
    page,
    sql,
  }) => {
    const person = await newFiler(page, locale);
    await page.goto(t.path('/contact-information'));
    const fax = page.getByLabel(t('contact.fax'));
    await fax.fill('705-555-01');
    const saved = page.waitForResponse((response) => response.url().endsWith('/api/session/saved-form'));
    await ended(page, sql, locale);
    await saved;
    await signInAgain(page, locale);
    await signIn(page, locale, person);
    await expect(fax).toHaveValue('705-555-01');

    await page.context().clearCookies({ name: 'session' });
    await newFiler(page, locale);
    await page.goto(t.path('/contact-information'));
    await expect(fax).toHaveValue('');
  });

  test(`the last minutes of twelve hours cannot be extended, and the dialog says why (${locale})`, async ({
    page,
    sql,
  }) => {
    await newFiler(page, locale);
    await sql`update sessions set created_at = now() - interval '11 hours 58 minutes 10 seconds'`;
    await page.goto(t.path('/account'));
    await expectWarning(page, locale);
    await expect(dialog(page)).toContainText(t('sessionDialog.limitWords'));
    await expect(dialog(page)).toContainText(t('sessionDialog.left.twoMinutes'));
    await expect(dialog(page).getByRole('button', { name: t('sessionDialog.stay') })).toHaveCount(0);
    await dialog(page)
      .getByRole('button', { name: t('sessionDialog.goOn') })
      .click();
    await expect(dialog(page)).toBeHidden();
    await lookAgain(page);
    await expect(dialog(page)).toBeHidden();
    await sql`update sessions set created_at = created_at - interval '2 minutes'`;
    await lookAgain(page);
    await expectEnded(page, locale);
  });

  test(`without the dialog the next page says that the session has ended (${locale})`, async ({
    page,
    sql,
  }) => {
    await newFiler(page, locale);
    await page.goto(t.path('/privacy'));
    await idle(sql, over);
    await page.goto(t.path('/account'));
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
    await expect(page.getByText(t('signIn.expired.words'))).toBeVisible();
    await expect(dialog(page)).toBeHidden();
  });
}

test('half a field typed when the session ends is there at the same step in another browser', async ({
  page,
  browser,
  court,
  sql,
}) => {
  const t = words('fr');
  const person = await newFiler(page, 'fr');
  await startClaim(page, 'fr');
  await answerQuestions(page, 'fr');
  const draft = draftOf(page);
  const step = new URL(page.url()).pathname;
  const alsoKnownAs = t('claim.party.alsoKnownAs');
  const field = page.getByLabel(alsoKnownAs);
  await typeUntilSaved(page, () => field.fill('Northern Li'));
  await ended(page, sql, 'fr');

  const elsewhere = await (await browser.newContext({ baseURL: court.origin })).newPage();
  await elsewhere.goto(t.path('/drafts'));
  await expect(elsewhere).toHaveURL(new RegExp(t.path('/sign-in')));
  await signIn(elsewhere, 'fr', person);
  await elsewhere.getByRole('link', { name: draft }).click();
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(t('claim.plaintiffs.title'));
  await elsewhere.getByRole('link', { name: new RegExp(`^${t('common.change')}`) }).click();
  await expect(elsewhere).toHaveURL(new RegExp(`${step}$`));
  await expect(elsewhere.getByLabel(alsoKnownAs)).toHaveValue('Northern Li');
});

test('what was typed before the scripts of the page ran is saved too', async ({ page, sql }) => {
  const t = words('en');
  await newFiler(page, 'en');
  await startClaim(page, 'en');
  await answerQuestions(page, 'en');
  let run = () => {};
  const typed = new Promise<void>((resolve) => {
    run = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel(t('claim.party.alsoKnownAs')).fill('Typed early');
  run();
  await expect(page.locator('form[data-save][data-saved]')).toBeVisible();
  const [draft] = await sql`select answers::text from drafts where reference = ${draftOf(page)}`;
  expect(draft?.answers).toContain('Typed early');
});

/** The one that waits: a session of forty seconds, which a page warns of and sees end by itself. */
test('by itself a page warns of the end, and says that it came', async ({ browser, startCourt }) => {
  const court = await startCourt({ env: { SESSION_IDLE_SECONDS: '40' } });
  const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
  await newFiler(page, 'en');
  await page.goto('/en/account');
  await expectWarning(page, 'en');
  await expectEnded(page, 'en');
  await page.close();
});

test('tabs agree: what is done in one keeps the other, and both end together', async ({
  page,
  context,
  sql,
}) => {
  await newFiler(page, 'en');
  await page.goto('/en/account');
  const other = await context.newPage();
  await warned(page, sql, 'en');
  await other.goto('/en/account');
  await expect(dialog(page)).toBeHidden();
  await warned(page, sql, 'en');
  await lookAgain(other);
  await expectWarning(other, 'en');
  await dialog(other).getByRole('button', { name: 'Stay signed in' }).click();
  await expect(dialog(page)).toBeHidden();
  await ended(page, sql, 'en');
  await lookAgain(other);
  await expectEnded(other, 'en');
});

test('typing in a claim and opening a page keep the session; a prefetch and a page that asks by itself do not', async ({
  page,
  sql,
}) => {
  await newFiler(page, 'en');
  await startClaim(page, 'en');
  await answerQuestions(page, 'en');
  await idle(sql, aWhile);
  await page.getByLabel('Also known as, or operating as (optional)').pressSequentially('ab');
  await expect.poll(() => idleSeconds(sql)).toBeLessThan(aWhile / 2);
  await idle(sql, aWhile);
  await page.goto('/en/account');
  await expect(page).toHaveURL(/account$/);
  expect(await idleSeconds(sql)).toBeLessThan(aWhile / 2);
  await idle(sql, aWhile / 2);
  const ends: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await page.request.get('/en/account', { headers: { 'next-router-prefetch': '1', rsc: '1' } });
    await page.request.get('/api/date-promise?locale=en');
    ends.push((await (await page.request.get('/api/session')).json()).endsInMs);
  }
  expect(ends).toEqual([...ends].sort((a, b) => b - a));
  expect(await idleSeconds(sql)).toBeGreaterThanOrEqual(aWhile / 2);
  await idle(sql, over);
  expect(await (await page.request.get('/api/session')).json()).toBeNull();
  await page.goto('/en/account');
  await expect(page).toHaveURL(/sign-in/);
});

test('only our own page can ask to stay, and only for a session that is open', async ({ page, court }) => {
  await signUp(page, 'en', newPerson());
  const ask = (origin: string) => page.request.post('/api/session', { headers: { origin } });
  for (const foreign of ['https://evil.example', 'null']) expect((await ask(foreign)).status()).toBe(403);
  expect(await (await ask(court.origin)).json()).toMatchObject({ why: 'idle', warnMs: 120_000 });
  await page.context().clearCookies();
  expect(await (await ask(court.origin)).json()).toBeNull();
  const typed = { headers: { origin: court.origin }, multipart: { path: '/en/account', fax: '1' } };
  expect((await page.request.post('/api/session/saved-form', typed)).status()).toBe(403);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what was typed before the session ended stands in the form again', async ({ page, sql }) => {
    const person = await newFiler(page, 'en');
    await startClaim(page, 'en');
    await answerQuestions(page, 'en');
    const step = page.url();
    await page.getByLabel('Also known as, or operating as (optional)').fill('Zed');
    await idle(sql, over);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByText(words('en')('signIn.expired.words'))).toBeVisible();
    await signIn(page, 'en', person);
    await expect(page).toHaveURL(step);
    await expect(page.getByLabel('Also known as, or operating as (optional)')).toHaveValue('Zed');
  });
});
