import { promiseWords } from '@/lib/web/http/date-promise';
import { localeOf } from '@/lib/web/routes/routing';

/**
 * The present date promise for a page that has long been open; `?locale=` is the page's language. Does not
 * touch the session.
 */
export async function GET(request: Request): Promise<Response> {
  const locale = localeOf(new URL(request.url).searchParams.get('locale'));
  return Response.json(await promiseWords(locale), { headers: { 'cache-control': 'no-store' } });
}
