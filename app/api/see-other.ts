import { env } from '@/lib/env';
import { getPathname, type Href } from '@/lib/web/routes/navigation';
import type { Locale } from '@/lib/web/routes/paths';

/** 303 to a page of this site in a language. */
export function seeOther(href: Href, locale: Locale): Response {
  const location = env.PUBLIC_ORIGIN + getPathname({ href, locale });
  return new Response(null, { status: 303, headers: { location } });
}

/** Leads to the sign-in page, and from there to a localized path of this site, if one is known. */
export function signInFirst(next: string | undefined, locale: Locale): Response {
  return seeOther({ pathname: '/sign-in', query: { expired: '1', ...(next && { next }) } }, locale);
}
