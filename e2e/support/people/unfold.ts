import type { Page } from '@playwright/test';

/** Opens what is folded under these words, by the keyboard alone. */
export async function unfold(page: Page, text: string): Promise<void> {
  await page.locator('summary').filter({ hasText: text }).focus();
  await page.keyboard.press('Enter');
}
