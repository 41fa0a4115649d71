import type { Page } from '@playwright/test';
import { draftOf, startClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** One draft in two tabs: the older one is told what changed, and the person chooses. */

const told = (page: Page) => page.getByTestId('changed-elsewhere');
const own = (page: Page, locale: Locale) => page.getByLabel(words(locale)('claim.type.ownNumber'));

test('autosave in one tab is not written over by the other, which chooses (en)', async ({
  page,
  context,
}) => {
  const t = words('en');
  await newFiler(page, 'en');
  await startClaim(page, 'en');
  await page.getByRole('radio', { name: t('documentType.form-14a') }).check();
  const other = await context.newPage();
  await other.goto(page.url());
  await own(page, 'en').fill('2026-118');
  await expect(page.getByText(/^Saved \d+:\d\d [ap]\.m\.$/)).toBeVisible();

  await own(other, 'en').fill('2026-119');
  const alert = other.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(alert).toContainText(/\(\d+:\d\d [ap]\.m\.\)/);
  await alert.getByRole('button', { name: t('claim.changed.compare') }).click();
  await expect(told(other)).toBeFocused();
  await expect(told(other)).toContainText('You entered here: 2026-119');
  await expect(told(other)).toContainText(/Saved \d+:\d\d [ap]\.m\.: 2026-118/);
  await told(other)
    .getByRole('link', { name: t('claim.changed.take') })
    .click();
  await expect(own(other, 'en')).toHaveValue('2026-118');
  await expect(told(other)).toHaveCount(0);

  await own(other, 'en').fill('2026-120');
  await other.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('claim.court.title'));
  await own(page, 'en').fill('2026-121');
  await own(page, 'en').press('Enter');
  await expect(told(page)).toContainText('2026-120');
  await told(page)
    .getByRole('button', { name: t('claim.changed.keep') })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.court.title'));
  await page.goto(t.path('/claims/[draft]/type', { draft: draftOf(page) }));
  await expect(own(page, 'en')).toHaveValue('2026-121');
});

test('without JavaScript the older tab is told and chooses, too (fr)', async ({ browser, court }) => {
  const t = words('fr');
  const context = await browser.newContext({ baseURL: court.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await newFiler(page, 'fr');
  await startClaim(page, 'fr');
  const other = await context.newPage();
  await other.goto(page.url());
  const go = (tab: Page) => tab.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  const answer = async (tab: Page, number: string) => {
    await tab.getByRole('radio', { name: t('documentType.form-14a') }).check();
    await own(tab, 'fr').fill(number);
    await go(tab);
  };
  await answer(page, 'A-1');
  await expect(page.getByText(/^Enregistré à \d+\sh(\s\d\d)?$/)).toBeVisible();
  await answer(other, 'A-2');
  await expect(told(other)).toContainText('Votre saisie ici\u00a0: A-2');
  await expect(told(other)).toContainText(/Enregistré à [^:]+: A-1/);
  await go(other);
  await expect(told(other)).toContainText('A-1');
  await told(other)
    .getByRole('button', { name: t('claim.changed.keep') })
    .click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('claim.court.title'));
  await other.goto(t.path('/claims/[draft]/type', { draft: draftOf(other) }));
  await expect(own(other, 'fr')).toHaveValue('A-2');
  await context.close();
});
