import { tooOften } from '@/app/api/rate-limit';
import { signInFirst } from '@/app/api/see-other';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait } from '@/lib/data/access/errors';
import type { UserActor } from '@/lib/domain/access/access';
import { getPathname } from '@/lib/web/routes/navigation';
import type { Locale } from '@/lib/web/routes/paths';
import { localeOf } from '@/lib/web/routes/routing';

/** In bytes. The form is short. */
const LARGEST = 64 * 1024;

export type PostedSearch = { actor: UserActor; form: Record<string, FormDataEntryValue>; locale: Locale };

/**
 * What a search form asks for as a file, or the answer to whoever may not ask: 403 from elsewhere, 413 for too much, 429
 * too often, and the sign-in page without a session.
 * @param page where a person who is not signed in is led back to
 */
export async function readPostedSearch(
  request: Request,
  page: '/transactions' | '/admin/audit' | '/admin/filings',
): Promise<PostedSearch | Response> {
  const actor = await findSender(request, 'write');
  if (actor === 'sentFromElsewhere') return new Response(null, { status: 403 });
  if (actor instanceof MustWait) return tooOften(request, actor);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST))
    return new Response(null, { status: 413 });
  const form = Object.fromEntries(await request.formData());
  const locale = localeOf(form.locale);
  if (actor === 'uploadSignedOut') return signInFirst(getPathname({ href: page, locale }), locale);
  return { actor, form, locale };
}
