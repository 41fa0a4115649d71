import { hasLocale } from 'next-intl';
import { tooOften } from '@/app/api/too-often';
import { receiveFile } from '@/app/api/verify/receive';
import { MustWait } from '@/lib/data/errors';
import { MAX_CHECKED_BYTES } from '@/lib/domain/question';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { secondsToWait } from '@/lib/web/limit';
import { getPathname } from '@/lib/web/navigation';
import { isFromOurPages } from '@/lib/web/origin';
import { keepQuestion } from '@/lib/web/question-cookie';
import { routing } from '@/lib/web/routing';
import { visitorKey } from '@/lib/web/visitor';

/** Keeps what the file asks for the page that answers. @returns a key under `errors` where it asks nothing */
async function ask(request: Request): Promise<string | undefined> {
  const reading = await receiveFile(request).catch(() => null);
  if (!reading) return 'uploadFailed';
  if (reading.size === 0) return 'chooseFile';
  if (reading.size > MAX_CHECKED_BYTES) return 'checkedFileTooLarge';
  await keepQuestion({ ...reading.question(), at: systemNow().getTime() });
}

/**
 * A file to be checked by whoever has no JavaScript: multipart/form-data with one file, `?locale=` the language of
 * the page. Answers 303 to the page, which shows the answer, or with `?refused=<key under errors>` says why not;
 * 429 to whoever asks very often.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const seconds = await secondsToWait('verify', await visitorKey());
  if (seconds > 0) return tooOften(request, new MustWait(seconds));
  const refused = await ask(request);
  const query = refused ? `?refused=${refused}` : '?answer=1#answer';
  const location = env.PUBLIC_ORIGIN + getPathname({ href: '/verify', locale }) + query;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
