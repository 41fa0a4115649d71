import { expect, test } from '@playwright/test';

/** What lies still: the page's own dot of the framework in development, and the caret, are not ours. */
const steady = { fullPage: true, animations: 'disabled', caret: 'hide', maxDiffPixelRatio: 0.002 } as const;

for (const locale of ['en', 'fr'])
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [375, 1280])
      test(`${locale}, ${colorScheme}, ${width} px: every part looks as it did`, async ({ page }) => {
        const name = `${locale}-${colorScheme}-${width}`;
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(`/${locale}/gallery`);
        await page.addStyleTag({ content: 'nextjs-portal { display: none }' });
        await page.evaluate(() => document.fonts.ready);
        await expect(page).toHaveScreenshot(`${name}.png`, steady);
        await page.locator('main form[data-save] button[type=submit]').first().click();
        await expect(page.getByTestId('error-summary')).toBeFocused();
        await expect(page).toHaveTitle(/^(Error|Erreur)/);
        await expect(page).toHaveScreenshot(`${name}-refused.png`, steady);
      });
