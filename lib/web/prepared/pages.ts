import type { PublicFact } from '@/lib/data/court/public-facts';
import { locales, paths } from '@/lib/web/routes/paths';

type Page = keyof typeof paths;

/** What is known of a page that is answered from memory. */
export type PreparedKind = {
  /**
   * `none`: everything on it works without scripts, and it is sent without any. `promise`: with the small one that renews
   * the date promise (public/date-promise.js). `framework`: with those of the framework, because it has a form.
   */
  scripts: 'none' | 'promise' | 'framework';
  /** The rows that it shows, besides what is announced on every page. */
  facts?: readonly PublicFact[];
  /** Whether it shows what depends on the court's day or hours. */
  isDated?: boolean;
};

const words = { scripts: 'none' } as const;
const form = { scripts: 'framework' } as const;

/**
 * The pages that look the same to everybody who asks without a query. A page with a form may show values that were saved for
 * one visitor, or send on who is signed in: whoever has cookies for that gets it from the framework. No other page here may
 * read a cookie, or anything else of a request. What most people ask for comes first.
 */
export const preparedPages: Partial<Record<Page, PreparedKind>> = {
  '/': { scripts: 'promise', facts: ['calendar', 'settings'], isDated: true },
  '/sign-in': form,
  '/sign-up': form,
  '/verify': form,
  '/right-place': { scripts: 'none', facts: ['settings'], isDated: true },
  '/contact-us': { scripts: 'none', facts: ['offices'], isDated: true },
  '/court-register': { scripts: 'none', facts: ['register'] },
  '/service-status': { scripts: 'none', facts: ['outages'] },
  '/statistics': { scripts: 'none', facts: ['statistics'] },
  '/accessibility': words,
  '/terms-of-use': words,
  '/privacy': words,
  '/help': words,
  '/learn-more': words,
  '/serviceontario': words,
  '/about-ontario': words,
  '/sign-up/terms': words,
  '/sign-up/notice-of-collection': words,
  '/recover': form,
  '/recover/id': form,
  '/recover/password': form,
  '/recover/both': form,
  '/recover/in-person': form,
};

/** Each such page in each language, by its path. */
export function preparedPaths(): [path: string, kind: PreparedKind][] {
  return Object.entries(preparedPages).flatMap(([page, kind]) => {
    const path = paths[page as Page];
    return locales.map((locale): [string, PreparedKind] => [
      `/${locale}${typeof path === 'string' ? path : path[locale]}`.replace(/\/$/, ''),
      kind,
    ]);
  });
}
