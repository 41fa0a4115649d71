import { tooOften } from '@/app/api/rate-limit';
import { signInFirst } from '@/app/api/see-other';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait } from '@/lib/data/access/errors';
import type { UserActor } from '@/lib/domain/access/access';
import { type ListFilter, listFilter } from '@/lib/domain/filing/list-filter';
import { getPathname } from '@/lib/web/routes/navigation';
import type { Locale } from '@/lib/web/routes/paths';
import { localeOf } from '@/lib/web/routes/routing';

/** In bytes. The form is short. */
const LARGEST = 64 * 1024;

export type Asked = { actor: UserActor; filter: ListFilter; locale: Locale };

/**
 * What the form of Transactions asks for as a file, or the answer to whoever may not ask: 403 from elsewhere, 413 for too
 * much, 429 too often, and the sign-in page without a session.
 */
export async function askedOf(request: Request): Promise<Asked | Response> {
  const actor = await findSender(request, 'write');
  if (actor === 'sentFromElsewhere') return new Response(null, { status: 403 });
  if (actor instanceof MustWait) return tooOften(request, actor);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST))
    return new Response(null, { status: 413 });
  const form = Object.fromEntries(await request.formData());
  const locale = localeOf(form.locale);
  if (actor === 'uploadSignedOut') return signInFirst(getPathname({ href: '/transactions', locale }), locale);
  return { actor, filter: listFilter(form), locale };
}
