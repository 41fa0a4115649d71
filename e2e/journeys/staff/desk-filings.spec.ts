import type { Page } from '@playwright/test';
import { expectNoViolation } from '../../support/axe';
import { waitForMail } from '../../support/court/mail';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFilerWithMail } from '../../support/people/filer';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

async function type(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('main').locator(`[name=${name}]`).last();
  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(value);
}

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).focus();
  await page.keyboard.press('Enter');
}

for (const locale of inOne('fr')) {
  const t = words(locale);
  /** Names who has it. */
  const taken = /\S+ (has taken this filing|a pris ce dépôt)/;

  test(`filings are searched, kept as a search, taken, noted on and sent again, by the keyboard (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [filer, first, second] = [await newPage(), await newPage(), await newPage()];
    await newFilerWithMail(filer, locale, court.dataDir);
    await prepareClaim(filer, locale);
    const reference = await certifyAndSubmit(filer, locale);
    const address = t.path('/admin/filings/[reference]', { reference });

    await becomeAdministrator(first, court, locale);
    await first.goto(t.path('/admin/filings'));
    const main = first.getByRole('main');
    await type(first, 'typed', 'northern ELEVATOR');
    await type(first, 'receivedFrom', '2026-01-01');
    await type(first, 'searchName', 'Nord');
    await press(first, t('adminFilings.saveSearch'));
    await expect(first).toHaveURL(/\?saved=[\da-f-]{36}$/);
    await expect(main.getByRole('link', { name: reference })).toBeVisible();
    await expect(main.locator('[name=typed]')).toHaveValue('northern ELEVATOR');
    await expectNoViolation(first, 'with a saved search');
    const download = first.waitForEvent('download');
    await press(first, t('adminFilings.csv'));
    expect((await download).suggestedFilename()).toBe('filings.csv');
    await press(first, t('adminFilings.deleteSearch', { name: 'Nord' }));
    await expect(first).toHaveURL(new RegExp(`${t.path('/admin/filings')}$`));

    await becomeRegistrar(second, court, locale);
    await Promise.all([first.goto(address), second.goto(address)]);
    await press(first, t('adminDesk.take'));
    await expect(main).toContainText(t('adminDesk.isMine'));
    await press(second, t('adminDesk.take'));
    await expect(second.getByTestId('error-summary')).toContainText(taken);
    await expect(second.getByRole('main')).not.toContainText(t('adminDesk.isFree'));

    await type(first, 'note', 'Le greffe a téléphoné');
    await press(first, t('adminDesk.addNote'));
    await expect(main.getByRole('rowheader', { name: 'Le greffe a téléphoné' })).toBeVisible();
    await expect(main.locator('[name=note]')).toHaveValue('');
    const mail = main.locator('[name=mail]');
    // It lists what has been sent.
    await expect(async () => {
      await first.reload();
      await expect(mail).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await mail.focus();
    await first.keyboard.press('ArrowDown');
    await expect(mail).not.toHaveValue('');
    await type(first, 'email', 'autre@example.org');
    await press(first, t('adminDesk.resendButton'));
    await expect(main).toContainText(t('adminDesk.resent'));
    await waitForMail(court.dataDir, 'autre@example.org', /CV-26-|R-/);
    await expectNoViolation(first, 'of a filing');

    await filer.goto(t.path('/transactions/[reference]', { reference }));
    await expect(filer.getByRole('main')).not.toContainText('Le greffe a téléphoné');
    await Promise.all([filer.close(), first.close(), second.close()]);
  });
}
