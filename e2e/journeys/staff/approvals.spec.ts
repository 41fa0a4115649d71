import type { Page } from '@playwright/test';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** Types into the fields of a form by the keyboard alone, from the first on, and sends it. */
async function typeAndSend(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`[name=${name}]`).first().focus();
    await page.keyboard.type(value);
  }
  await page.getByRole('button', { name: button, exact: true }).first().focus();
  await page.keyboard.press('Enter');
}

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a closure of one office changes its dates alone, by the keyboard alone (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await becomeAdministrator(page, court, locale);
    await page.goto(t.path('/admin/calendar'));
    await unfold(page, t('adminCalendar.addDated'));
    const flood = { on: '2026-11-25', nameEn: 'Flood', nameFr: 'Inondation' };
    for (const [name, value] of Object.entries(flood)) {
      await page.locator(`[name=${name}]`).first().focus();
      await page.keyboard.type(value);
    }
    const offices = page.getByLabel(t('adminCalendar.offices')).first();
    await offices.focus();
    await page.keyboard.type('Barrie');
    await expect(offices).toHaveValue('office:barrie');
    await page.getByLabel(t('adminCalendar.isHoliday')).focus();
    await page.keyboard.press('Space');
    const preview = page.getByRole('button', { name: t('adminCalendar.preview'), exact: true }).first();
    await preview.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.holidayEverywhere'));
    await page.getByLabel(t('adminCalendar.isHoliday')).focus();
    await page.keyboard.press('Space');
    await preview.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminClosurePreview.title'));
    const where = t('adminCalendar.officeIn', { municipality: 'Barrie' });
    await expect(page.getByRole('main')).toContainText(t('closureEffect.only', { offices: where }));
    await typeAndSend(page, { closureReason: 'a flood' }, t('adminCalendar.add'));
    await expect(page.getByRole('main')).toContainText(t('approvals.yours'));
    await expect(page.getByRole('main')).toContainText(where);
    await page.getByRole('button', { name: t('approvals.takeBack'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: t('approvals.takenBack') })).toBeVisible();
    await page.close();
  });

  test(`closing the offices takes two people, by the keyboard alone (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [first, second, visitor] = [await newPage(), await newPage(), await newPage()];
    const promised = async () => {
      await visitor.goto(t.path('/'));
      return visitor.getByTestId('date-promise');
    };
    const before = locale === 'en' ? 'Tuesday, November 24, 2026' : 'mardi 24 novembre 2026';
    const after = locale === 'en' ? 'Wednesday, November 25, 2026' : 'mercredi 25 novembre 2026';

    await becomeAdministrator(first, court, locale);
    await first.goto(t.path('/admin/calendar'));
    await unfold(first, t('adminCalendar.addDated'));
    const snow = { on: '2026-11-28', nameEn: 'Snow', nameFr: 'Neige' };
    await typeAndSend(first, snow, t('adminCalendar.preview'));
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.closureOnWeekend'));
    await first.locator('[name=on]').fill('');
    await typeAndSend(first, { on: '2026-11-24' }, t('adminCalendar.preview'));
    await expect(first.getByRole('heading', { level: 1 })).toHaveText(t('adminClosurePreview.title'));
    await expect(first.getByRole('main')).toContainText(after);
    await typeAndSend(first, { closureReason: 'a storm' }, t('adminCalendar.add'));
    await expect(first.getByRole('main')).toContainText(t('approvals.yours'));
    await expect(await promised()).toContainText(before);

    await first.goto(t.path('/admin/approvals'));
    await first
      .getByRole('main')
      .getByRole('link', { name: t('approvals.open') })
      .focus();
    await first.keyboard.press('Enter');
    await expect(first.getByRole('main')).toContainText(t('approvals.yours'));
    await expect(first.getByRole('button', { name: t('approvals.approve'), exact: true })).toHaveCount(0);

    await becomeRegistrar(second, court, locale);
    const waiting = second
      .getByRole('link', { name: t('frame.adminApprovalsWaiting', { count: 1 }) })
      .first();
    await waiting.focus();
    await second.keyboard.press('Enter');
    await expect(second.getByRole('heading', { level: 1 })).toHaveText(t('approvals.title'));
    await second
      .getByRole('main')
      .getByRole('link', { name: t('approvals.open') })
      .focus();
    await second.keyboard.press('Enter');
    await expect(second.getByRole('main')).toContainText('a storm');
    await second.getByRole('button', { name: t('approvals.approve'), exact: true }).focus();
    await second.keyboard.press('Enter');
    await expect(second.getByRole('status').filter({ hasText: t('approvals.approved') })).toBeVisible();
    await expect(await promised()).toContainText(after);
    await Promise.all([first, second, visitor].map((page) => page.close()));
  });
}
