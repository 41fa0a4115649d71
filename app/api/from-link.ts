import { getPathname, type Href } from '@/lib/web/routes/navigation';
import { localeOf } from '@/lib/web/routes/routing';

/**
 * Goes on to a page from the link of an e-mail, in the link's language. The token stays behind: no page has
 * it in its URL or in the referrer that it sends.
 */
export function goOnFromLink(request: Request, href: Href): Response {
  const locale = localeOf(new URL(request.url).searchParams.get('locale'));
  const location = getPathname({ href, locale });
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
}
