import { download } from '@/app/api/download';
import { getAllClosures } from '@/lib/data/court/calendar';
import { listCourts } from '@/lib/data/court/courts';
import { courtDay } from '@/lib/domain/court/calendar';
import { closedDaysFile } from '@/lib/jobs/upkeep/closed-days-file';
import { courtNow } from '@/lib/services/clock';
import { localeOf } from '@/lib/web/routes/routing';

/** For anyone, the days of this year and the next on which offices are closed, as a calendar file, in the language of `?locale=`. */
export async function GET(request: Request): Promise<Response> {
  const locale = localeOf(new URL(request.url).searchParams.get('locale'));
  const [closures, courts] = [await getAllClosures(), await listCourts(courtDay(courtNow()))];
  const file = closedDaysFile(closures, courts, courtDay(courtNow()), locale);
  return download('court-closed-days.ics', 'text/calendar; charset=utf-8', file);
}
