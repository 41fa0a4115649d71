import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No violation once the page has settled: while one page gives way to the next its title is away for a moment. */
export async function expectNoViolation(page: Page, state: string): Promise<void> {
  await expect(async () => {
    // Examined where they stand, without a second page to gather what frames say: e-mail as sent is the only one framed.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ runOnly: rules, resultTypes: ['violations'], iframes: false })
      .analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(told, `${page.url()} ${state}`).toEqual([]);
  }).toPass({ intervals: [500] });
}
