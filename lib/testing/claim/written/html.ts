import type { Part } from '@/lib/testing/claim/written/body';

/** How a word processor sets the title: centred names, names to the left, or a table with lines. */
export type Look = 'centred' | 'left' | 'table';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A document as HTML, which LibreOffice and Chromium print. */
export function htmlOf(parts: Part[], look: Look): string {
  return `<!doctype html><html><head><meta charset="utf-8"><style>
@page { size: 8.5in 11in; margin: 1in }
body { font: 12pt "Liberation Serif", serif }
p { margin: 0 0 10pt 0; text-align: justify } .right { text-align: right } .centre { text-align: center }
.left { text-align: left; margin: 0 } .page { page-break-before: always } .b { font-weight: bold }
table { width: 100%; border-collapse: collapse } td { vertical-align: top }
</style></head><body>${parts.map((part) => html(part, look)).join('\n')}</body></html>`;
}

function html(part: Part, look: Look): string {
  if (part.is === 'gap') return '<p>&nbsp;</p>';
  if (part.is === 'page') return '<p class="page"></p>';
  if (part.is === 'title') return title(part.names, part.mark, look);
  if (part.is === 'backsheet')
    return `<table border="1">${part.rows
      .map(([left, right]) => `<tr><td width="50%">${escaped(left)}</td><td>${escaped(right)}</td></tr>`)
      .join('')}</table>`;
  const text = escaped(part.text);
  if (part.is === 'heading') return `<p class="centre"><b>${text}</b></p>`;
  return `<p class="${part.is}">${text}</p>`;
}

function title(names: string[], mark: string, look: Look): string {
  const lines = names.map(escaped).join('<br>');
  if (look === 'table')
    return `<table border="1"><tr><td width="65%"><b>${lines}</b></td><td><p class="right">${mark}</p></td></tr></table>`;
  return `<p class="${look === 'left' ? 'left' : 'centre'}"><b>${lines}</b></p><p class="right">${mark}</p>`;
}
