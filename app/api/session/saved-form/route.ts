import { z } from 'zod';
import { formValues } from '@/lib/web/action/form-values';
import { saveForm, withoutSecrets } from '@/lib/web/action/saved-form';
import { isFromOurPages } from '@/lib/web/http/origin';
import { sessionOwner } from '@/lib/web/session/session';

/** In bytes. A form that fits into a cookie is far smaller. */
const LARGEST = 64 * 1024;

const page = z.string().regex(/^\/(en|fr)(\/[\w\-/%]*)?$/);

/**
 * Saves in this browser the form of a page, `path`, whose session ended before the form was sent. Passwords,
 * answers and codes are not saved. Answers 204; 403 without the cookie of a session, open or ended.
 */
export async function POST(request: Request): Promise<Response> {
  const refuse = (status: number) => new Response(null, { status });
  const owner = isFromOurPages(request.headers) && (await sessionOwner());
  if (!owner) return refuse(403);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST)) return refuse(413);
  const { path, ...values } = formValues(await request.formData());
  const asked = page.safeParse(path);
  if (!asked.success) return refuse(400);
  await saveForm(asked.data, withoutSecrets(values), owner);
  return refuse(204);
}
