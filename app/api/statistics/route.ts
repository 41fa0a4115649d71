import { create } from 'content-disposition';
import { tooOften } from '@/app/api/rate-limit';
import { MustWait } from '@/lib/data/access/errors';
import { readStatistics } from '@/lib/data/health/statistics';
import { secondsToWait } from '@/lib/web/action/limit';
import { statisticsTable } from '@/lib/web/desk/statistics-table';
import { localeOf } from '@/lib/web/routes/routing';
import { visitorKeys } from '@/lib/web/session/visitor';

/** The public statistics as a table for anyone; with `?locale=fr` in French. */
export async function GET(request: Request): Promise<Response> {
  const seconds = await secondsToWait('download-register', await visitorKeys());
  if (seconds > 0) return tooOften(request, new MustWait(seconds));
  const locale = localeOf(new URL(request.url).searchParams.get('locale'));
  return new Response(statisticsTable(await readStatistics(), locale), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': create(locale === 'fr' ? 'statistiques.csv' : 'statistics.csv'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
