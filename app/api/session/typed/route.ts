import { z } from 'zod';
import { keepValues, withoutSecrets } from '@/lib/web/kept';
import { isFromOurPages } from '@/lib/web/origin';
import { sessionOwner } from '@/lib/web/session';
import { typedValues } from '@/lib/web/typed';

/** What goes into a cookie is far smaller. In bytes. */
const LARGEST = 64 * 1024;

const page = z.string().regex(/^\/(en|fr)(\/[\w\-/%]*)?$/);

/**
 * The session of a page has ended and a form on it was not sent: keeps the form's fields for its page, `path`, in this
 * browser. Passwords, answers and codes are not kept. Answers 204; 403 without the cookie of a session, open or ended.
 */
export async function POST(request: Request): Promise<Response> {
  const refuse = (status: number) => new Response(null, { status });
  const owner = isFromOurPages(request.headers) && (await sessionOwner());
  if (!owner) return refuse(403);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST)) return refuse(413);
  const { path, ...typed } = typedValues(await request.formData());
  const asked = page.safeParse(path);
  if (!asked.success) return refuse(400);
  await keepValues(asked.data, withoutSecrets(typed), owner);
  return refuse(204);
}
