import { announcements } from '@/lib/web/live/announcements';
import { localeOf } from '@/lib/web/routes/routing';

/**
 * What stands above every page at the moment, for a page that has long been open; `?locale=` is the page's language. Does
 * not touch the session.
 */
export async function GET(request: Request): Promise<Response> {
  const locale = localeOf(new URL(request.url).searchParams.get('locale'));
  return Response.json(await announcements(locale), { headers: { 'cache-control': 'no-store' } });
}
