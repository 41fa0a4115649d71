import { z } from 'zod';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { withinLimit } from '@/lib/web/action/limit';
import { isFromOurPages } from '@/lib/web/http/origin';
import { visitorKeys } from '@/lib/web/session/visitor';

const mostBytes = 16 * 1024;
const mostReports = 20;

/** The reports that browsers send (Reporting API). Only the fields listed here are ever read. */
const reports = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({
      documentURL: z.string(),
      effectiveDirective: z.string().regex(/^[a-z-]{1,40}$/),
      blockedURL: z.string().default(''),
    }),
  }),
);

/** The origin of a URL, because its path and query may name a person or a filing. */
function originOf(blocked: string): string {
  if (/^[a-z-]{1,40}$/.test(blocked)) return blocked;
  return URL.canParse(blocked) ? new URL(blocked).origin : 'unknown';
}

/**
 * Receives browsers' reports of violations of a page's content security policy. The directive and the origin
 * of the blocked resource go to the log. Answers 204; 403 for a report from another site, 400 and 413 for
 * anything that is not a report.
 */
export async function POST(request: Request): Promise<Response> {
  const answer = (status: number) => new Response(null, { status });
  if (request.headers.has('origin') && !isFromOurPages(request.headers)) return answer(403);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= mostBytes)) return answer(413);
  if (!(await withinLimit('csp-reports', await visitorKeys()))) return answer(429);
  const sent = reports.safeParse(await request.json().catch(() => null));
  if (!sent.success) return answer(400);
  for (const { body } of sent.data.slice(0, mostReports)) {
    if (!URL.canParse(body.documentURL) || new URL(body.documentURL).origin !== env.PUBLIC_ORIGIN) continue;
    const violation = { directive: body.effectiveDirective, blocked: originOf(body.blockedURL) };
    log.warn(violation, 'a page was kept from what its policy forbids');
  }
  return answer(204);
}
