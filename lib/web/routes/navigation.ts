import { redirect as redirectTo } from 'next/navigation';
import { type Locale, paths } from '@/lib/web/routes/paths';

type Page = keyof typeof paths;
type Query = { query?: Record<string, string | number | readonly string[] | undefined> };
/** The names of the parameters of a path. */
type Named<P extends string> = P extends `${string}[${infer Name}]${infer Rest}` ? Name | Named<Rest> : never;

/** A page of this site, by its key in the table of paths and its parameters. */
export type Href = {
  [P in Page]: [Named<P>] extends [never]
    ? P | ({ pathname: P } & Query)
    : { pathname: P; params: Record<Named<P>, string> } & Query;
}[Page];

type Place = { href: Href; locale: Locale };
type Parts = { pathname: Page; params?: Record<string, string> } & Query;

function queryOf(query: NonNullable<Query['query']>): string {
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat()) sent.append(name, String(one));
  return `?${sent}`;
}

/**
 * The path of a page in a language, with its query. It is made here: the language library's own maker of paths brings its
 * link along, which every page would then send to the browser.
 */
export function getPathname({ href, locale }: Place): string {
  const { pathname, params = {}, query } = (typeof href === 'string' ? { pathname: href } : href) as Parts;
  const path: string | Record<Locale, string> = paths[pathname];
  const template = typeof path === 'string' ? path : path[locale];
  const filled = template.replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The path ${pathname} needs ${name}.`);
    return encodeURIComponent(value);
  });
  const encoded = new URL(`/${locale}${filled === '/' ? '' : filled}`, 'http://host').pathname;
  return query ? encoded + queryOf(query) : encoded;
}

/** Sends the visitor to another page of this site. @throws always, which the framework makes an answer of */
export const redirect = ({ href, locale }: Place): never => redirectTo(getPathname({ href, locale }));
