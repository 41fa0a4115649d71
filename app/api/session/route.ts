import type { SessionNews } from '@/lib/domain/session-end';
import { isFromOurPages } from '@/lib/web/origin';
import { sessionNews, watchSession } from '@/lib/web/session';

const tell = (news: SessionNews | null) =>
  Response.json(news, { headers: { 'cache-control': 'private, no-store' } });

/** When the session ends, or null where none is open, for a page that asks by itself: it never counts as activity. */
export async function GET(): Promise<Response> {
  return tell(await watchSession());
}

/** The person asks to stay signed in: that is activity. Answers as GET; 403 when another site sends it. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  return tell(await sessionNews());
}
