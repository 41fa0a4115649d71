import { hasLocale } from 'next-intl';
import { download, orNotFound } from '@/app/api/download';
import { getCalendar } from '@/lib/data/calendar';
import { NotFound } from '@/lib/data/errors';
import { viewFiling } from '@/lib/data/staff-views';
import { dutiesAfter } from '@/lib/domain/duty';
import { deadlinesFile } from '@/lib/jobs/deadlines';
import { systemNow } from '@/lib/services/clock';
import { routing } from '@/lib/web/routing';

/** The last days that follow an issued claim as a calendar file, `?locale=` in that language, to who may see it. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/deadlines/[reference]'>,
): Promise<Response> {
  const { reference } = await params;
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return orNotFound(reference, async (actor) => {
    const { claim, fileNumber, issueOn, title } = await viewFiling(actor, reference, systemNow());
    if (!fileNumber) throw new NotFound('issued claim');
    const duties = dutiesAfter(claim.documentType, issueOn, await getCalendar());
    const file = deadlinesFile({ fileNumber, title, duties }, locale);
    return download(`${fileNumber}.ics`, 'text/calendar; charset=utf-8', file);
  });
}
