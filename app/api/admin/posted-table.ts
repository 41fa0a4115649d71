import type { z } from 'zod';
import { downloadStream, orNotFound } from '@/app/api/download';
import { tooOften } from '@/app/api/rate-limit';
import { signInFirst } from '@/app/api/see-other';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait, Refused } from '@/lib/data/access/errors';
import type { Actor } from '@/lib/domain/access/access';
import { systemNow } from '@/lib/services/clock';
import { getPathname } from '@/lib/web/routes/navigation';
import type { Locale } from '@/lib/web/routes/paths';
import { localeOf } from '@/lib/web/routes/routing';

/** In bytes. The form is short. */
const LARGEST = 64 * 1024;

/** Text as a stream that is made no faster than it is taken. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

type Asked<Input> = { actor: Actor; input: Input; now: Date; locale: Locale };

/**
 * Answers a search form of staff with all that matches as a table. The form is posted, because names may be typed into
 * it. For whom `parts` finds nothing the table does not exist; a form with errors, or that is refused, is a bad request.
 * @param page where a person who is not signed in is led back to
 */
export async function postedTable<Input>(
  request: Request,
  table: { input: z.ZodType<Input>; page: '/admin/audit' | '/admin/filings'; subject: string; name: string },
  parts: (asked: Asked<Input>) => Promise<AsyncGenerator<string>>,
): Promise<Response> {
  const actor = await findSender(request, 'write');
  if (actor === 'sentFromElsewhere') return new Response(null, { status: 403 });
  if (actor instanceof MustWait) return tooOften(request, actor);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST))
    return new Response(null, { status: 413 });
  const form = Object.fromEntries(await request.formData());
  const locale = localeOf(form.locale);
  if (actor === 'uploadSignedOut') return signInFirst(getPathname({ href: table.page, locale }), locale);
  const asked = table.input.safeParse(form);
  if (!asked.success) return new Response(null, { status: 400 });
  return orNotFound(table.subject, async () => {
    try {
      const texts = await parts({ actor, input: asked.data, now: systemNow(), locale });
      return downloadStream(`${table.name}.csv`, 'text/csv; charset=utf-8', streamOf(texts));
    } catch (error) {
      if (error instanceof Refused) return new Response(null, { status: 400 });
      throw error;
    }
  });
}
