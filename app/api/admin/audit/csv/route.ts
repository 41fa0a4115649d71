import { downloadStream, orNotFound } from '@/app/api/download';
import { tooOften } from '@/app/api/rate-limit';
import { signInFirst } from '@/app/api/see-other';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait } from '@/lib/data/access/errors';
import { exportAudit } from '@/lib/data/audit/audit-reading';
import { auditSearchForm } from '@/lib/domain/access/audit';
import { systemNow } from '@/lib/services/clock';
import { auditTable } from '@/lib/web/desk/audit-table';
import { getPathname } from '@/lib/web/routes/navigation';
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

/** What the search form of the audit log finds as a table, for administrators. For anyone else it does not exist. */
export async function POST(request: Request): Promise<Response> {
  const actor = await findSender(request, 'write');
  if (actor === 'sentFromElsewhere') return new Response(null, { status: 403 });
  if (actor instanceof MustWait) return tooOften(request, actor);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST))
    return new Response(null, { status: 413 });
  const form = Object.fromEntries(await request.formData());
  const locale = localeOf(form.locale);
  if (actor === 'uploadSignedOut') return signInFirst(getPathname({ href: '/admin/audit', locale }), locale);
  const asked = auditSearchForm.safeParse(form);
  if (!asked.success) return new Response(null, { status: 400 });
  return orNotFound('audit log', async () => {
    const parts = await exportAudit(actor, asked.data, systemNow());
    return downloadStream('audit-log.csv', 'text/csv; charset=utf-8', streamOf(auditTable(parts, locale)));
  });
}
