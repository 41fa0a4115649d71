import { promiseWords } from '@/lib/web/live/date-promise';
import { localeOf } from '@/lib/web/routes/routing';

/**
 * The present date promise for a page that has long been open; `?locale=` is the page's language,
 * `?office=` the court office that was chosen. Does not touch the session.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const office = /^[a-z0-9-]+$/.exec(query.get('office') ?? '')?.[0];
  const words = await promiseWords(localeOf(query.get('locale')), office);
  return Response.json(words, { headers: { 'cache-control': 'no-store' } });
}
