import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the control has the focus. @throws when 150 presses do not reach it */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${control}`);
}
