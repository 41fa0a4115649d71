import { catalogues } from '@/lib/messages/catalogue';
import { currentRequestId } from '@/lib/request-id';

/** Words of ours in both languages. */
type InBoth = { en: string; fr: string };

type Words = {
  title: InBoth;
  text: InBoth;
  /** Stands after the text. */
  link?: { href: string; words: InBoth } | undefined;
};

type Plain = Words & { status: number; headers: Record<string, string> };

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What to name when asking for help about this request. */
function reference(locale: 'en' | 'fr'): string {
  const id = currentRequestId();
  const label = catalogues[locale].failed.reference;
  return id ? `<br>${escaped(label)} <code>${escaped(id)}</code>` : '';
}

/**
 * A page of text in both languages, for responses that are made without the framework. It needs no other
 * file, and the headers of every response (lib/server.mjs) allow it none.
 */
export function plainHtml({ title, text, link }: Words): string {
  const paragraph = (locale: 'en' | 'fr') => {
    const after = link ? ` <a href="${escaped(link.href)}">${escaped(link.words[locale])}</a>` : '';
    return `<p lang="${locale}">${escaped(text[locale])}${after}${reference(locale)}</p>`;
  };
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title.en)} ${escaped(title.fr)}</title>`;
  return `<!doctype html><html lang="en">${head}${paragraph('en')}${paragraph('fr')}</html>`;
}

/** Such a page as a response. */
export function plainPage({ status, headers, ...words }: Plain): Response {
  return new Response(plainHtml(words), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  });
}
