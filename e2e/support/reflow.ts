import { expect, type Page } from '@playwright/test';

/** The width of a page that is enlarged four times on a screen of 1280 pixels (WCAG 1.4.10). */
export const narrow = { width: 320, height: 640 };

/** What stands outside of the page's width, or is cut off by its own box. Content that only screen readers get is left out. */
function cutOff(width: number): string[] {
  const isHidden = (element: Element) => {
    const { position, clipPath } = getComputedStyle(element);
    return position === 'absolute' && clipPath !== 'none';
  };
  const isShown = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) if (isHidden(at)) return false;
    return element.checkVisibility({ visibilityProperty: true });
  };
  const hasText = (element: Element) =>
    [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
  const isCut = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    if (left < -1 || right > width + 1) return true;
    return getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
  };
  return [...document.body.querySelectorAll('*')]
    .filter(
      (element) =>
        (hasText(element) || element.matches('input, select, textarea, img, svg')) && isShown(element),
    )
    .filter(isCut)
    .map((element) => element.outerHTML.slice(0, 160));
}

/** No page is wider than the screen, and nothing on it is cut off. */
export async function expectReflow(page: Page): Promise<void> {
  const { width } = page.viewportSize() ?? narrow;
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scrolls, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(width);
  expect(await page.evaluate(cutOff, width), `${page.url()} cuts off`).toEqual([]);
}

/** Of the control that has the focus: whether an outline is drawn around it or the label beside it, on the screen. */
function focusShown(): { control: string; isShown: boolean } | null {
  const active = document.activeElement;
  if (!active || active === document.body) return null;
  // The field for a file is hidden where the label beside it is its button.
  const label = active.getBoundingClientRect().width <= 1 ? active.nextElementSibling : null;
  const ringed = label ?? active;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(ringed);
  const { top, bottom, width, height } = ringed.getBoundingClientRect();
  const isOutlined =
    (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const isOnScreen = width > 1 && height > 1 && bottom > 0 && top < innerHeight;
  return { control: active.outerHTML.slice(0, 160), isShown: isOutlined && isOnScreen };
}

/** Goes through the page by Tab: the focus is drawn on every control, and on the screen. */
export async function expectFocusShown(page: Page, most = 120): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const unseen: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(focusShown);
    if (!focus) break;
    if (!focus.isShown) unseen.push(focus.control);
  }
  expect(unseen, `${page.url()}: no focus seen on`).toEqual([]);
}

/** Nothing moves by itself where the person asked for no motion. */
export async function expectNoMotion(page: Page): Promise<void> {
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(({ timeline, playState }) => timeline instanceof DocumentTimeline && playState === 'running')
        .length,
  );
  expect(moving, `${page.url()} moves`).toBe(0);
}
