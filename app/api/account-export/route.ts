import { hasLocale } from 'next-intl';
import { download } from '@/app/api/download';
import { exportAccount } from '@/lib/data/account-export';
import { Refused } from '@/lib/data/errors';
import { currentPasswordForm } from '@/lib/domain/recovery';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { withinLimit } from '@/lib/web/limit';
import { getPathname, type Href } from '@/lib/web/navigation';
import { isFromOurPages } from '@/lib/web/origin';
import { routing } from '@/lib/web/routing';
import { currentActor } from '@/lib/web/session';

/** A short form. In bytes. */
const LARGEST = 16 * 1024;

/**
 * Everything that is kept of the person who asks, as a JSON file. Takes a form with `currentPassword` and `locale`;
 * answers 303 to the page of the form with `?refused=<key under errors>`, or to sign in where no session is open.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST))
    return new Response(null, { status: 413 });
  const form = await request.formData();
  const asked = form.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const seeOther = (href: Href) =>
    new Response(null, {
      status: 303,
      headers: { location: env.PUBLIC_ORIGIN + getPathname({ href, locale }) },
    });
  const page = '/your-information';
  const refused = (key: string) => seeOther({ pathname: page, query: { refused: key } });

  const actor = await currentActor();
  if (actor.kind !== 'user') {
    const next = getPathname({ href: page, locale });
    return seeOther({ pathname: '/sign-in', query: { next, expired: '1' } });
  }
  if (!(await withinLimit('recover', actor.userId))) return refused('tooManyTries');
  const typed = currentPasswordForm.safeParse({ currentPassword: form.get('currentPassword') ?? undefined });
  if (!typed.success) return refused(typed.error.issues[0]?.message ?? 'enterCurrentPassword');
  try {
    const held = await exportAccount(actor, typed.data.currentPassword, systemNow());
    return download('one-key-account.json', 'application/json', JSON.stringify(held, null, 2));
  } catch (error) {
    if (error instanceof Refused) return refused(error.key);
    throw error;
  }
}
