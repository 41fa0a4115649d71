import { type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

test('the English home page uses the headings and labels of the guide', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/en$/);
  await expect(page).toHaveTitle('Civil Claims Online Filing Service');
  for (const name of ['File your civil claim now', 'When you hear back']) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  }
  await page.getByRole('link', { name: 'File or view your claim' }).click();
  await expect(page).toHaveURL(/\/en\/sign-in$/);
});

for (const locale of ['en', 'fr'] as Locale[]) {
  const t = words(locale);

  test(`the home page says what the guide says, the fee and the date promise (${locale})`, async ({
    page,
  }) => {
    await page.goto(t.path('/'));
    const main = page.getByRole('main');
    const promise = { en: 'is dated today, Monday, November 23, 2026', fr: 'lundi 23 novembre 2026' };
    await expect(main).toContainText(promise[locale]);
    await expect(main).toContainText(
      locale === 'en' ? 'Tuesday, November 24, 2026' : 'mardi 24 novembre 2026',
    );
    await expect(main).toContainText(locale === 'en' ? '$243' : /243\s\$/);
    await expect(main).toContainText('15 minutes');
    await expect(main).toContainText('PDF');
    await expect(page.locator('html')).toHaveAttribute('lang', `${locale}-CA`);
  });

  test(`every link of the frame leads to a page that says something (${locale})`, async ({ page }) => {
    await page.goto(t.path('/sign-in'));
    const links = await page
      .locator('header a, footer a, main a')
      .evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).pathname))]);
    expect(links.length).toBeGreaterThan(9);
    for (const path of links) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expect(page.locator('h1'), path).toHaveCount(1);
      expect((await page.getByRole('main').textContent())?.length, path).toBeGreaterThan(100);
    }
  });
}

test('an unknown page says so in the language of its address', async ({ page }) => {
  const answer = await page.goto('/fr/nulle-part');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('fr')('notFound.title'));
});

test('who comes by the number of this machine goes on by its name, where cookies and uploads belong', async ({
  page,
  court,
}) => {
  await page.goto(`${court.origin.replace('localhost', '127.0.0.1')}/fr/connexion`);
  expect(page.url()).toBe(`${court.origin}/fr/connexion`);
});
