import { expect, type Page } from '@playwright/test';
import { type Locale, words } from './people/words';

type Said = { refused: string[]; required: string[]; optional: string[] };

/** What the forms with a message say of their fields, by id: refused as empty, said to be required, marked optional. */
async function said(page: Page, mark: string): Promise<Said> {
  return page.locator('main').evaluate((main, word) => {
    const isShown = (element: Element) => element.getClientRects().length > 0;
    const idsOf = (found: Iterable<Element>) => [...found].map(({ id }) => id);
    const controls = [
      ...main.querySelectorAll<HTMLInputElement>('form[data-save] :is(input, select, textarea)'),
    ]
      .filter(isShown)
      .filter(({ type }) => type !== 'file');
    const groupOf = (control: Element) => control.closest('[role=radiogroup]') ?? control;
    const labelOf = (control: HTMLInputElement) =>
      (groupOf(control).querySelector('legend') ?? control.labels?.[0])?.textContent ?? '';
    const links = main.querySelectorAll<HTMLAnchorElement>('[data-testid=error-summary] a');
    // ARIA has no word for a file that must be given; the list of what is asked for has.
    const isFile = (id: string) => document.getElementById(id)?.matches('input[type=file], li') ?? false;
    const refused = new Set([...links].map(({ hash }) => hash.slice(1)).filter((id) => !isFile(id)));
    return {
      refused: [...refused],
      required: idsOf(controls.filter((control) => groupOf(control).ariaRequired === 'true')),
      optional: idsOf(controls.filter((control) => labelOf(control).trim().endsWith(word))),
    };
  }, mark);
}

/** On a page whose form was sent as it was opened: what was refused was said to be required, and nothing required is marked optional. */
export async function expectRequiredSaid(page: Page, locale: Locale): Promise<void> {
  const { refused, required, optional } = await said(page, words(locale)('common.optional'));
  const unsaid = refused.filter((id) => !required.includes(id));
  const both = required.filter((id) => optional.includes(id));
  expect({ unsaid, both }, page.url()).toEqual({ unsaid: [], both: [] });
}
