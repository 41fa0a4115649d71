import { download } from '@/app/api/download';
import { seeOther, signInFirst } from '@/app/api/see-other';
import { Refused } from '@/lib/data/access/errors';
import { exportAccount } from '@/lib/data/account/account-export';
import { currentPasswordForm } from '@/lib/domain/account/recovery';
import { systemNow } from '@/lib/services/clock';
import { withinLimit } from '@/lib/web/action/limit';
import { isFromOurPages } from '@/lib/web/http/origin';
import { getPathname } from '@/lib/web/routes/navigation';
import { localeOf } from '@/lib/web/routes/routing';
import { currentActor } from '@/lib/web/session/session';

/** In bytes. The form is short. */
const LARGEST = 16 * 1024;

/**
 * All data about the person who asks, as a JSON file. Takes a form with `currentPassword` and `locale`. A
 * refusal answers 303 to the form's page with `?refused=<key under errors>`, or to the sign-in page if no
 * session is open.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response(null, { status: 403 });
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST))
    return new Response(null, { status: 413 });
  const form = await request.formData();
  const locale = localeOf(form.get('locale'));
  const page = '/your-information';
  const refused = (key: string) => seeOther({ pathname: page, query: { refused: key } }, locale);

  const actor = await currentActor();
  if (actor.kind !== 'user') return signInFirst(getPathname({ href: page, locale }), locale);
  if (!(await withinLimit('recover', actor.userId))) return refused('tooManyTries');
  const sent = currentPasswordForm.safeParse({ currentPassword: form.get('currentPassword') ?? undefined });
  if (!sent.success) return refused(sent.error.issues[0]?.message ?? 'enterCurrentPassword');
  try {
    const data = await exportAccount(actor, sent.data.currentPassword, systemNow());
    return download('one-key-account.json', 'application/json', JSON.stringify(data, null, 2));
  } catch (error) {
    if (error instanceof Refused) return refused(error.key);
    throw error;
  }
}
