import { hasLocale } from 'next-intl';
import { promiseWords } from '@/lib/web/date-promise';
import { routing } from '@/lib/web/routing';

/** The date promise of this moment for a page that has stood open, `?locale=` in the page's language. Touches no session. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return Response.json(await promiseWords(locale), { headers: { 'cache-control': 'no-store' } });
}
