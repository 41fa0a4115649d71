import { answerQuestions, draftOf, startClaim } from '../support/claim';
import { newFiler, signIn } from '../support/filer';
import { expect, test } from '../support/test';
import { type Locale, words } from '../support/words';

/** Fifteen minutes pass in fifteen seconds. */
test.use({ serverEnv: { SESSION_IDLE_SECONDS: '15' } });
const idle = 17_000;

for (const locale of ['en', 'fr'] as Locale[]) {
  const t = words(locale);

  test(`after inactivity the next page says so; signed in again, one is back at the step with everything (${locale})`, async ({
    page,
  }) => {
    const person = await newFiler(page, locale);
    await startClaim(page, locale);
    await answerQuestions(page, locale);
    const step = page.url();
    await page.getByLabel(t('claim.party.alsoKnownAs'), { exact: true }).fill('Zed');
    await page.waitForTimeout(idle);
    await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
    await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
    await expect(page.getByText(t('signIn.expired.words'))).toBeVisible();
    await signIn(page, locale, person);
    await expect(page).toHaveURL(step);
    await expect(page.getByLabel(t('claim.party.alsoKnownAs'), { exact: true })).toHaveValue('Zed');
    await page.goto(t.path('/claims/[draft]/nature', { draft: draftOf(page) }));
    await expect(page.getByLabel(t('nature.contract'), { exact: true })).toBeChecked();
  });
}

test('activity keeps the session, a prefetch does not', async ({ page }) => {
  await newFiler(page, 'en');
  for (let round = 0; round < 3; round += 1) {
    await page.waitForTimeout(9_000);
    await page.goto('/en/account');
    await expect(page).toHaveURL(/account$/);
  }
  for (let round = 0; round < 3; round += 1) {
    await page.waitForTimeout(6_000);
    await page.request.get('/en/account', { headers: { 'next-router-prefetch': '1', rsc: '1' } });
  }
  await page.goto('/en/account');
  await expect(page).toHaveURL(/sign-in/);
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
    await expect(page.getByText('There was no activity for 15 minutes')).toBeVisible();
    await signIn(page, 'en', person);
    await expect(page).toHaveURL(step);
    await expect(page.getByLabel('Also known as, or operating as (optional)')).toHaveValue('Zed');
  });
});
