import type { z } from 'zod';
import { downloadStream, orNotFound, streamOf } from '@/app/api/download';
import { readPostedSearch } from '@/app/api/posted-search';
import { Refused } from '@/lib/data/access/errors';
import type { Actor } from '@/lib/domain/access/access';
import { systemNow } from '@/lib/services/clock';
import type { Locale } from '@/lib/web/routes/paths';

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
  const posted = await readPostedSearch(request, table.page);
  if (posted instanceof Response) return posted;
  const { actor, form, locale } = posted;
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
