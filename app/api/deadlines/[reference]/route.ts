import { download, orNotFound } from '@/app/api/download';
import { NotFound } from '@/lib/data/access/errors';
import { getCourtFile } from '@/lib/data/claim/later/court-file';
import { viewFiling } from '@/lib/data/claim/staff-views';
import { getCalendarOf } from '@/lib/data/court/calendar';
import { deadlinesAfter } from '@/lib/domain/filing/deadline';
import { deadlinesFile } from '@/lib/jobs/issuing/deadlines';
import { systemNow } from '@/lib/services/clock';
import { localeOf } from '@/lib/web/routes/routing';

/**
 * The last days after an issued claim, for what is not done, as a calendar file, in the language of `?locale=`, for people who may
 * see the claim.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/deadlines/[reference]'>,
): Promise<Response> {
  const { reference } = await params;
  const locale = localeOf(new URL(request.url).searchParams.get('locale'));
  return orNotFound(reference, async (actor) => {
    const { claim, fileNumber, issueOn, laterKind, ownNumber, title } = await viewFiling(
      actor,
      reference,
      systemNow(),
    );
    if (!fileNumber || laterKind) throw new NotFound('issued claim');
    const { done } = await getCourtFile(actor, fileNumber);
    const calendar = await getCalendarOf(claim.court);
    const deadlines = deadlinesAfter(claim.documentType, issueOn, calendar, done);
    const file = deadlinesFile({ fileNumber, title, ownNumber, deadlines }, locale);
    return download(`${fileNumber}.ics`, 'text/calendar; charset=utf-8', file);
  });
}
