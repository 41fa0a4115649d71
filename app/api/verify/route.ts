import { tooOften } from '@/app/api/rate-limit';
import { receiveFile } from '@/app/api/verify/receive';
import { MustWait } from '@/lib/data/access/errors';
import { MAX_CHECKED_BYTES } from '@/lib/domain/register/verification-query';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { secondsToWait } from '@/lib/web/action/limit';
import { verificationQueryCookie } from '@/lib/web/cookies/cookies';
import { isFromOurPages } from '@/lib/web/http/origin';
import { getPathname } from '@/lib/web/routes/navigation';
import { localeOf } from '@/lib/web/routes/routing';
import { visitorKeys } from '@/lib/web/session/visitor';

/**
 * Saves the query of the file for the page that shows the result.
 * @returns a key under `errors` or a code under `refusal` if there is no query
 */
async function ask(request: Request): Promise<string | undefined> {
  const file = await receiveFile(request).catch(() => null);
  if (!file) return 'uploadFailed';
  if (!file.name) return 'chooseFile';
  if (file.size > MAX_CHECKED_BYTES) return 'checkedFileTooLarge';
  if (file.otherKind) return file.otherKind;
  await verificationQueryCookie.set({ ...file.query(), at: systemNow().getTime() });
}

/**
 * Checks a file for a browser without JavaScript. Takes multipart/form-data with one file, and `?locale=`
 * with the language of the page. Answers 303 to the page, which shows the result, or with `?refused=<key
 * under errors or code under refusal>` the reason why the file was not checked; 429 to a visitor who comes too often.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  const locale = localeOf(new URL(request.url).searchParams.get('locale'));
  const seconds = await secondsToWait('verify', await visitorKeys());
  if (seconds > 0) return tooOften(request, new MustWait(seconds));
  const refused = await ask(request);
  const query = refused ? `?refused=${refused}` : '?result=1#result';
  const location = env.PUBLIC_ORIGIN + getPathname({ href: '/verify', locale }) + query;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
