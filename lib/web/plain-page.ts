/** Words of ours in both languages. */
export type InBoth = { en: string; fr: string };

type Plain = {
  title: InBoth;
  text: InBoth;
  /** Stands after the text. */
  link?: { href: string; words: InBoth };
  status: number;
  headers: Record<string, string>;
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A page of words in both languages, for answers that are made without the framework: it needs nothing but itself, and
 * the headers of every response (lib/web/every-response.ts) allow it nothing else.
 */
export function plainPage({ title, text, link, status, headers }: Plain): Response {
  const paragraph = (locale: 'en' | 'fr') => {
    const after = link ? ` <a href="${escaped(link.href)}">${escaped(link.words[locale])}</a>` : '';
    return `<p lang="${locale}">${escaped(text[locale])}${after}</p>`;
  };
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title.en)} ${escaped(title.fr)}</title>`;
  const page = `<!doctype html><html lang="en">${head}${paragraph('en')}${paragraph('fr')}</html>`;
  return new Response(page, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  });
}
