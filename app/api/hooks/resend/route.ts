import { recordMailEvent } from '@/lib/data/mail-events';
import { systemNow } from '@/lib/services/clock';
import { readHook } from '@/lib/services/mail/hook';

const mostBytes = 256 * 1024;
const refusals = { off: 404, forged: 401, unreadable: 400 };

/** Where Resend reports what became of our e-mail: delivered, bounced, not sent on, complained. Signed; a repeat changes nothing. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length')) > mostBytes) return new Response(null, { status: 413 });
  const now = systemNow();
  const hook = readHook(await request.text(), request.headers, now);
  if (!hook.ok) return new Response(null, { status: refusals[hook.why] });
  await recordMailEvent(hook.event, now);
  return new Response(null, { status: 200 });
}
