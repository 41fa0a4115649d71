import type { Page } from '@playwright/test';

/** Types into fields by the keyboard alone, over what stands in them, and presses Enter on the button below. */
export async function typeAndSend(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`[name=${name}]`).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(value);
  }
  const last = page.locator(`[name=${Object.keys(fields).at(-1)}]`);
  await page.locator('form', { has: last }).getByRole('button', { name: button, exact: true }).focus();
  await page.keyboard.press('Enter');
}
