import { expect, type Page } from '@playwright/test';
import { type Locale, words } from './words';

/** What a second person does with a proposal, by the keyboard alone. */

/** Opens the proposal that waits for the person, from the page of approvals. */
export async function openProposal(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  await page.goto(t.path('/admin/approvals'));
  // Its name goes on with what is proposed; other links of such pages begin with the same word.
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${t('approvals.open')} `) })
    .focus();
  await page.keyboard.press('Enter');
}

/** Approves the proposal that is shown, and waits until the page says so. */
export async function approveShown(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  await page.getByRole('button', { name: t('approvals.approve'), exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: t('approvals.approved') })).toBeVisible();
}
