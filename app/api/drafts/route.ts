import { tooOften } from '@/app/api/too-often';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait } from '@/lib/data/errors';
import { systemNow } from '@/lib/services/clock';
import { saveTyped, sentTyped } from '@/lib/web/draft-forms';
import { forgetKept } from '@/lib/web/kept';
import { noteRefusal } from '@/lib/web/refusals';
import { typedValues, unreadableFields } from '@/lib/web/typed';

/** What browsers send at most when a page is left; a form of a step is far smaller. In bytes. */
const LARGEST = 64 * 1024;

/**
 * Keeps what stands typed in a form of a claim, unchecked, while the person goes on typing or leaves the page: the
 * form's fields and `path`, its page. An address of its own, because a server action sent while another page opens is
 * lost. Answers 204 when it is kept; 403 when the session has ended, 404 when the draft is submitted or deleted, 429
 * when it is sent too often.
 */
export async function POST(request: Request): Promise<Response> {
  const refuse = (status: number) => new Response(null, { status });
  const sender = await findSender(request, 'write');
  if (typeof sender === 'string') return refuse(403);
  if (sender instanceof MustWait) return tooOften(request, sender);
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= LARGEST)) return refuse(413);
  const form = await request.formData();
  if (unreadableFields(form).length > 0) return refuse(400);
  const typed = typedValues(form);
  const sent = sentTyped.safeParse(typed);
  if (!sent.success) return refuse(400);
  if (!(await saveTyped(sender, sent.data, typed, systemNow()))) {
    await noteRefusal(sender, 'send form', { path: sent.data.draft, why: 'draft' });
    return refuse(404);
  }
  if (typed.path) await forgetKept(typed.path);
  return refuse(204);
}
