import type { SessionNews } from '@/lib/domain/sign-in/session-end';
import { isFromOurPages } from '@/lib/web/http/origin';
import { sessionNews, watchSession } from '@/lib/web/session/session';

const tell = (news: SessionNews | null) =>
  Response.json(news, { headers: { 'cache-control': 'private, no-store' } });

/**
 * The end of the session, or null without an open session. Pages poll this by themselves, so it never counts
 * as activity.
 */
export async function GET(): Promise<Response> {
  return tell(await watchSession());
}

/** The person asks to stay signed in, which is activity. Answers as GET; 403 if another site sends it. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  return tell(await sessionNews());
}
