import type { ReactElement } from 'react';
import { render, toPlainText } from 'react-email';

export type RenderedMail = { subject: string; html: string; text: string };

/** Plain text keeps headings and labels as written instead of putting them in capitals. */
const asWritten = [
  { selector: 'h1', options: { uppercase: false } },
  { selector: 'h2', options: { uppercase: false } },
  {
    selector: '[data-text-format="dataTable"]',
    format: 'dataTable',
    options: { uppercaseHeaderCells: false },
  },
];

/** The same message as HTML and as plain text. The same element always gives the same bytes. */
export async function renderMail(subject: string, message: ReactElement): Promise<RenderedMail> {
  const html = await render(message);
  return { subject, html, text: toPlainText(html, { selectors: asWritten }) };
}
