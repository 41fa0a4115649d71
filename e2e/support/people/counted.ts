import { expect, type Locator, type Page } from '@playwright/test';

/** Counts what a way through the service asks of a person: the pages that they see, and what they enter on them. */
export class Counted {
  screens: string[] = [];
  entries: string[] = [];
  clicks = 0;

  constructor(private readonly page: Page) {}

  /** The page with this heading is open. */
  async sees(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(title);
    this.screens.push(title);
  }

  /** Something typed, chosen, ticked or uploaded. */
  async enters(what: string, act: Promise<unknown>): Promise<void> {
    await act;
    this.entries.push(what);
  }

  async presses(on: Locator): Promise<void> {
    await on.click();
    this.clicks += 1;
  }

  /** One line for the journey's output. */
  line(way: string): string {
    return `${way}: ${this.screens.length} screens, ${this.clicks} clicks, ${this.entries.length} entries`;
  }
}
